"""Safety and supervision engineers who were registered before a site of the tests opens, and some who never were."""

from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from api.demo.employers import PLANT, SUPERVISOR
from api.demo.founding import Place
from api.demo.walking import FileOf, Walk, fill_in, first_said, hand_in, pass_on, start
from api.papers.maker import READER
from api.papers.signing import signer_of
from models.authorities.kinds import Grade, Profession
from models.files.tables import FilePurpose, StoredFile
from models.kernel.clock import freeze, today
from models.kernel.journal import head
from models.kernel.readers import advance
from models.kernel.viewer import SYSTEM_VIEWER, Viewer, ViewerKind
from models.people.kinds import AccountKind, AccountState, IdentityKind, Sex
from models.people.tables import Account, Person, Qualification
from models.professions.asking import years_before
from models.registration.kinds import AttachmentKind, RegistrationKind
from tests.factories import made, picture
from tests.journeys.applicant import BORN, Facts
from tests.kind_story import morning

SAFETY, SUPERVISION = Profession.SAFETY_ENGINEER, Profession.SUPERVISION_ENGINEER
YEARS = {SAFETY: 5, SUPERVISION: 3}
FIRMS = {SAFETY: PLANT, SUPERVISION: SUPERVISOR}
SPECIALTIES = {SAFETY: ["CHEMICAL"], SUPERVISION: ["HOUSING"]}
EXAMINED = {SAFETY: ["CHEMICAL", "OTHER"], SUPERVISION: list[str]()}
LATE_DAYS = 6 * 365
"""Since the qualification of somebody who comes late, in either profession."""
QUALIFIED_DAYS = 60
FIRST_SERIAL = 41


@dataclass(frozen=True)
class OtherHolder:
    """`days_left`: until the last day of validity, counted from today; None: was never registered and comes late."""

    who: Facts
    profession: Profession
    days_left: int | None

    @property
    def issued_on(self) -> date:
        assert self.days_left is not None
        return years_before(today() + timedelta(days=self.days_left + 1), YEARS[self.profession])


def _holders(profession: Profession, first: int) -> tuple[OtherHolder, ...]:
    """One for each story, so that none depends on another."""
    days = (60, 500, -10, 400, 300, 200, None)
    return tuple(
        OtherHolder(Facts(serial=first + place, name="秦照临"), profession, left)
        for place, left in enumerate(days)
    )


RENEWS, CHANGES, EXPIRED, REISSUES, LEAVES, LEFT, COMES_LATE = range(7)
"""Places in the tuples below."""
SAFETY_HOLDERS = _holders(SAFETY, FIRST_SERIAL)
SUPERVISION_HOLDERS = _holders(SUPERVISION, FIRST_SERIAL + 10)


async def register_others(place: Place, password_hash: str, data_dir: Path) -> None:
    """All of them, at their profession's firm; their papers count as made long ago."""
    for one in (*SAFETY_HOLDERS, *SUPERVISION_HOLDERS):
        if one.days_left is None:
            await _join(one, today() - timedelta(days=LATE_DAYS - QUALIFIED_DAYS), password_hash)
            continue
        day = one.issued_on
        with freeze(morning(day)):
            await _register(one, await _join(one, day, password_hash), place, data_dir)
    await advance(SYSTEM_VIEWER, name=READER, to=await head())


async def _register(one: OtherHolder, viewer: Viewer, place: Place, data_dir: Path) -> None:
    firm = place.firms[FIRMS[one.profession].name]
    walk = Walk(one.profession, viewer, firm, place, signer_of(data_dir), _files(viewer))
    await start(walk, RegistrationKind.INITIAL)
    await fill_in(walk, first_said(one.who.name, SPECIALTIES[one.profession], firm, "安全管理员"))
    await hand_in(walk)
    while await walk.stage():
        await pass_on(walk)


def _files(viewer: Viewer) -> FileOf:
    async def file_of(purpose: FilePurpose, kind: AttachmentKind | None) -> StoredFile:
        return await picture(viewer, purpose)

    return file_of


async def _join(one: OtherHolder, day: date, password_hash: str) -> Viewer:
    person = await made(
        Person, name=one.who.name, sex=Sex.FEMALE, birth_date=BORN, identity_kind=IdentityKind.RESIDENT,
        identity_number=one.who.number, mobile=one.who.mobile, real_name_verified=True,
    )  # fmt: skip
    account = await made(
        Account, kind=AccountKind.PERSON, state=AccountState.ACTIVE, mobile=one.who.mobile,
        password_hash=password_hash, person_id=person.id,
    )  # fmt: skip
    await made(
        Qualification, person_id=person.id, profession=one.profession, region_code="320000",
        grade=Grade.INTERMEDIATE if one.profession is SAFETY else None,
        certificate_number=f"QH{one.who.serial:06d}", obtained_on=day - timedelta(days=QUALIFIED_DAYS),
        specialties=EXAMINED[one.profession],
    )  # fmt: skip
    return Viewer(ViewerKind.PERSON, account.id, person_id=person.id)
