"""What an applicant does, step by step as in the browser, each at its own minute."""

from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random
from typing import Any

from api.demo.bodies import FIRE
from api.demo.papers import FILE_NAMES, PHOTO_NAME, paper_of, photo_of
from api.demo.people import Applicant
from api.demo.plots import Plot
from api.demo.uploads import upload
from models.agencies.tables import Employer
from models.authorities.tables import Authority
from models.files.tables import FilePurpose
from models.kernel.clock import now, today
from models.kernel.viewer import Viewer
from models.professions.asking import years_later
from models.professions.fire_forms import PLEDGE
from models.professions.rulebook import KindForm
from models.registration.digest import preview_digest
from models.registration.gather import assess, book_of
from models.registration.kinds import (
    AttachmentKind,
    ChangeItem,
    CredentialKind,
    FormSection,
    RegistrationKind,
    ReissueReason,
    TermKind,
)
from models.registration.steps.drafting import (
    accept_pledge,
    choose_authority,
    save_registration,
    start_registration,
)
from models.registration.steps.files import attach_to_registration
from models.registration.steps.filing import submit_registration
from models.registration.tables import Registration

POSTS = ("项目负责人", "技术负责人", "消防设施检测员", "消防安全评估员", "消防安全管理人")
DEPARTMENTS = ("技术部", "检测一部", "维保部", "评估部", "安全管理部")
CONTRACT_YEARS = (2, 5)
MINUTES_BETWEEN = (2, 9)
SAID: dict[RegistrationKind, dict[str, Any]] = {
    RegistrationKind.CHANGE: {"changes": [ChangeItem.EMPLOYER]},
    RegistrationKind.REISSUE: {
        "reissue_of": [CredentialKind.CERTIFICATE],
        "reissue_reason": ReissueReason.LOST,
        "reason": "搬家时遗失，多次寻找未果",
    },
    RegistrationKind.DEREGISTRATION: {"reason": "因工作调动，不再从事消防技术服务"},
}
"""What the later kinds ask besides."""
STEPS_OF_A_DRAFT = 4
"""A draft is left after one to this many of its steps."""


@dataclass
class Filer:
    """An applicant at one registration; `case_key` is set when it has been started."""

    plot: Plot
    viewer: Viewer
    employer: Employer
    corps: Authority
    rng: Random
    case_key: int = 0

    @property
    def who(self) -> Applicant:
        return self.plot.applicant

    async def case(self) -> Registration:
        return await Registration.get(id=self.case_key)

    def pause(self) -> datetime:
        """When the next step is done."""
        return now() + timedelta(minutes=self.rng.randint(*MINUTES_BETWEEN), seconds=self.rng.randint(0, 59))


async def begin(filer: Filer) -> AsyncIterator[datetime]:
    """A draft left somewhere; gives the instants of its steps."""
    steps = (
        filer.rng.randint(2, STEPS_OF_A_DRAFT)
        if filer.plot.script.known
        else filer.rng.randint(1, STEPS_OF_A_DRAFT)
    )
    async for at in _fill(filer, steps):
        yield at


async def file(filer: Filer) -> AsyncIterator[datetime]:
    """A complete registration, handed in."""
    async for at in _fill(filer, None):
        yield at
    yield filer.pause()
    case = await filer.case()
    await choose_authority(filer.viewer, id=case.id, version=case.version, authority_id=filer.corps.id)
    yield filer.pause()
    case = await filer.case()
    await submit_registration(
        filer.viewer, id=case.id, version=case.version, digest=await preview_digest(case)
    )


async def attach(filer: Filer, kind: AttachmentKind) -> None:
    """The paper for a slot of the checklist, uploaded and put there."""
    content = paper_of(filer.who, filer.plot.firm, kind, today())
    stored = await upload(filer.viewer, FilePurpose.SCAN, FILE_NAMES[kind], content)
    case = await filer.case()
    await attach_to_registration(filer.viewer, id=case.id, version=case.version, kind=kind, file_id=stored.id)


async def save(filer: Filer, **changes: Any) -> None:
    case = await filer.case()
    await save_registration(filer.viewer, id=case.id, version=case.version, changes=changes)


async def _fill(filer: Filer, steps: int | None) -> AsyncIterator[datetime]:
    """The wizard from its first page; `None`: all steps and every paper."""
    started = await start_registration(filer.viewer, profession=FIRE, kind=filer.plot.script.kind)
    filer.case_key = started.value.id
    for work in _works(book_of(started.value).form(started.value.kind))[:steps]:
        yield filer.pause()
        await work(filer)
    if steps is not None:
        return
    assessment = await assess(await filer.case())
    for demand in assessment.form.demanded(assessment.facts):
        if demand.required:
            yield filer.pause()
            await attach(filer, demand.kind)


def _works(form: KindForm) -> list[Callable[[Filer], Awaitable[None]]]:
    """The pages of a kind's form, in the order in which people fill them in."""
    asked = [_pledge, *([_later] if form.kind in SAID else [])]
    pages = {FormSection.BASIC: _basic, FormSection.PHOTO: _photo, FormSection.EMPLOYMENT: _employment}
    return [*asked, *(page for section, page in pages.items() if section in form.sections)]


async def _later(filer: Filer) -> None:
    await save(filer, **SAID[(await filer.case()).kind])


async def _pledge(filer: Filer) -> None:
    case = await filer.case()
    await accept_pledge(filer.viewer, id=case.id, version=case.version, pledge_edition=PLEDGE.edition)


async def _basic(filer: Filer) -> None:
    await save(filer, education=filer.who.education, address=filer.who.address, capable=True)


async def _photo(filer: Filer) -> None:
    stored = await upload(filer.viewer, FilePurpose.PHOTO, PHOTO_NAME, photo_of(filer.who))
    await save(filer, photo_id=stored.id)


async def _employment(filer: Filer) -> None:
    day, rng = today(), filer.rng
    begins = day - timedelta(days=rng.randint(20, 200))
    await save(
        filer,
        employer_id=filer.employer.id,
        department=rng.choice(DEPARTMENTS),
        post=rng.choice(POSTS),
        term=TermKind.FIXED,
        term_from=begins,
        term_until=years_later(begins, rng.randint(*CONTRACT_YEARS)),
        retired=filer.who.retired(day),
    )
