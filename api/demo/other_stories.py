"""The story of a safety or supervision engineer: gives each instant at which it goes on."""

from collections.abc import AsyncIterator
from datetime import datetime, timedelta

from api.demo.employers import Firm
from api.demo.joining import join
from api.demo.others import PLAZA, SAFETY, SAID, Life, Part, rng_of
from api.demo.papers import PHOTO_NAME, photo_of, plain_paper_of
from api.demo.people import Applicant
from api.demo.stories import JOINS_MINUTES, Stage
from api.demo.uploads import upload
from api.demo.walking import FileOf, Walk, fill_in, first_said, hand_in, pass_on, send_back, start
from models.agencies.tables import Employer
from models.authorities.kinds import Profession
from models.education.checks import Study
from models.education.steps import import_hours_record
from models.files.tables import FilePurpose, StoredFile
from models.kernel.clock import now, today
from models.kernel.viewer import SYSTEM_VIEWER, Viewer
from models.registration.gather import book_of
from models.registration.kinds import AttachmentKind, RegistrationKind
from models.registration.words import ATTACHMENT_WORDS

DAYS_PER_STAGE = 1
"""Working days that each stage takes."""
FILLING, HANDING = timedelta(minutes=25), timedelta(minutes=12)
STUDIED_BEFORE = timedelta(days=40)
POSTS = {Profession.SAFETY_ENGINEER: "安全总监", Profession.SUPERVISION_ENGINEER: "专业监理工程师"}


async def life_of(life: Life, who: Applicant, stage: Stage) -> AsyncIterator[datetime]:
    """All applications of somebody, one after the other."""
    rng, hours = rng_of(life), stage.hours
    begins = hours.at_home(hours.back(hours.last_day, life.parts[0].begun), rng)
    yield begins - timedelta(minutes=JOINS_MINUTES)
    viewer = await join(who, stage.password_hash)
    for part in life.parts:
        yield hours.at_home(hours.back(hours.last_day, part.begun), rng)
        walk = _walk(life, who, viewer, stage, part)
        async for at in _filed(walk, part):
            yield at
        async for at in stage.papering.follow(walk.case_key, life.login, rng):
            yield at
        for place in range(1, part.begun + 1):
            standing = await walk.stage()
            if standing is None or standing.kind is part.until:
                break
            yield hours.at_the_desk(hours.back(hours.last_day, part.begun - place * DAYS_PER_STAGE), rng)
            standing = await walk.stage()
            if standing is not None and standing.kind is not part.until:
                await pass_on(walk)
        if part.sent_back:
            yield hours.at_the_desk(hours.last_day, rng)
            await send_back(walk, ("employment", "post"), "岗位与劳动合同不一致，请核对后更正")


async def _filed(walk: Walk, part: Part) -> AsyncIterator[datetime]:
    await start(walk, part.kind)
    case = await walk.case()
    if book_of(case).form(case.kind).hours:
        await _studied(case.applicant_id, walk)
    yield now() + FILLING
    said = dict(SAID.get(part.kind, {}))
    if part.kind is RegistrationKind.INITIAL:
        said = first_said(case.name or "", list(_registered(walk)), walk.firm, POSTS[walk.profession])
    elif part.kind is RegistrationKind.CHANGE:
        said |= {"employer_id": walk.place.firms[PLAZA.name].id}
    await fill_in(walk, said)
    yield now() + HANDING
    await hand_in(walk)


def _registered(walk: Walk) -> tuple[str, ...]:
    return ("CHEMICAL",) if walk.profession is SAFETY else ("HOUSING", "MUNICIPAL")


async def _studied(person_id: int, walk: Walk) -> None:
    """The training body's records of the hours that the kind asks for."""
    case = await walk.case()
    need, day = book_of(case).form(case.kind).hours, today() - STUDIED_BEFORE
    assert need is not None
    study = Study(
        profession=walk.profession,
        specialty=_registered(walk)[0],
        provider_name="江苏省安全生产科学研究院" if walk.profession is SAFETY else "中国建设监理协会",
        course_name="继续教育",
        hours=need.total,
        since=day,
        until=day,
    )
    await import_hours_record(SYSTEM_VIEWER, person_id=person_id, study=study)


def _walk(life: Life, who: Applicant, viewer: Viewer, stage: Stage, part: Part) -> Walk:
    firm = PLAZA if part.kind is RegistrationKind.CHANGE else life.firm
    employer: Employer = stage.place.firms[life.firm.name]
    return Walk(life.profession, viewer, employer, stage.place, stage.signer, _drawn(who, viewer, firm))


def _drawn(who: Applicant, viewer: Viewer, firm: Firm) -> FileOf:
    async def file_of(purpose: FilePurpose, kind: AttachmentKind | None) -> StoredFile:
        if kind is None:
            return await upload(viewer, purpose, PHOTO_NAME, photo_of(who))
        word = ATTACHMENT_WORDS[kind].split("（", maxsplit=1)[0]
        return await upload(viewer, purpose, f"{word}.jpg", plain_paper_of(who, firm, kind, word, today()))

    return file_of
