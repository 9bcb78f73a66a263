"""People and states for tests: `await engineer()`, `await case(stage=StageKind.ACCEPTANCE)`.

Everything that has a step is made by its step; only what other areas will make is written here.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count
from typing import Any, TypeVar

from models.agencies.tables import Employer, EmployerNature
from models.authorities.kinds import AuthorityKind, Grade, Profession, ReviewerRole
from models.authorities.tables import Authority, Reviewer, RoleGrant
from models.files.tables import FilePurpose, FileState, StoredFile
from models.kernel.clock import today
from models.kernel.rows import Row
from models.kernel.unit import Unit, unit_of_work
from models.kernel.viewer import SYSTEM_VIEWER, Grant, Viewer, ViewerKind
from models.people.identity import check_character
from models.people.kinds import AccountKind, AccountState, IdentityKind, Sex
from models.people.tables import Account, Person, Qualification
from models.professions.rulebook import STAGE_ROLES
from models.registration.digest import preview_digest
from models.registration.kinds import AttachmentKind, RegistrationKind, StageKind, TermKind
from models.registration.stages import current_stage
from models.registration.steps.claiming import claim_work
from models.registration.steps.deciding import pass_registration
from models.registration.steps.drafting import (
    accept_pledge,
    choose_authority,
    save_registration,
    start_registration,
)
from models.registration.steps.files import attach_to_registration
from models.registration.steps.filing import submit_registration
from models.registration.steps.held import Claimed
from models.registration.tables import Registration, WorkItem

R = TypeVar("R", bound=Row)

FIRE = Profession.FIRE_ENGINEER
PICTURE_BYTES = 200 * 1024
SCANS = (AttachmentKind.QUALIFICATION, AttachmentKind.IDENTITY, AttachmentKind.CONTRACT)
ROUTE = (
    StageKind.PRE_EXAMINATION,
    StageKind.ACCEPTANCE,
    StageKind.EXAMINATION,
    StageKind.DECISION,
    StageKind.CERTIFICATE_MAKING,
)

_serial = count(1)


@unit_of_work
async def write(unit: Unit, *, model: type[R], values: dict[str, Any]) -> R:
    """A row of an area that has no step for it yet."""
    return await model.create(**values)


async def made(model: type[R], **values: Any) -> R:
    return (await write(SYSTEM_VIEWER, model=model, values=values)).value


async def corps(short_name: str = "苏", region_code: str = "320000", **values: Any) -> Authority:
    """A provincial corps that reviews fire engineers."""
    known = {
        "name": f"{short_name}省消防救援总队",
        "kind": AuthorityKind.CORPS,
        "region_code": region_code,
        "professions": [FIRE],
        "stages": list(ROUTE),
        "short_name": short_name,
    }
    return await made(Authority, **(known | values))


async def agency(region_code: str = "320100", **values: Any) -> Employer:
    """A fire technical service agency on record, with a valid credit code."""
    known = {
        "name": "南京安澜消防技术有限公司",
        "credit_code": credit_code(next(_serial)),
        "nature": EmployerNature.ENTERPRISE,
        "fire_agency": True,
        "region_code": region_code,
        "address": "南京市玄武区珠江路1号",
    }
    return await made(Employer, **(known | values))


async def reviewer(
    *roles: ReviewerRole, at: Authority, name: str = "李慧", regions: tuple[str, ...] = (), **values: Any
) -> Viewer:
    """A reviewer with these roles for fire engineers, signed in."""
    row = await made(Reviewer, name=name, authority_id=at.id, **values)
    account = await made(Account, kind=AccountKind.REVIEWER, state=AccountState.ACTIVE, reviewer_id=row.id)
    for role in roles:
        await made(RoleGrant, reviewer_id=row.id, role=role, profession=FIRE, regions=list(regions))
    grants = tuple(Grant(role.value, FIRE.value, regions) for role in roles)
    return Viewer(ViewerKind.REVIEWER, account.id, reviewer_id=row.id, authority_id=at.id, grants=grants)


async def person(name: str = "王海宁", born: date = date(1990, 5, 1)) -> Viewer:
    """A person with an account, signed in, without any qualification."""
    number = identity_number(born, next(_serial))
    row = await made(
        Person, name=name, sex=Sex.MALE, birth_date=born, identity_kind=IdentityKind.RESIDENT,
        identity_number=number, mobile=f"138{next(_serial):08d}",
    )  # fmt: skip
    account = await made(Account, kind=AccountKind.PERSON, state=AccountState.ACTIVE, person_id=row.id)
    return Viewer(ViewerKind.PERSON, account.id, person_id=row.id)


async def engineer(
    grade: Grade = Grade.FIRST,
    qualified_on: date | None = None,
    region_code: str = "320000",
    **values: Any,
) -> Viewer:
    """A person with a fire engineer's qualification, signed in. Qualified two months ago unless said."""
    viewer = await person(**values)
    await made(
        Qualification, person_id=viewer.person_id, profession=FIRE, grade=grade,
        certificate_number=f"XF{next(_serial):08d}",
        obtained_on=qualified_on or today() - timedelta(days=60), region_code=region_code,
    )  # fmt: skip
    return viewer


async def employer_account(employer: Employer) -> Viewer:
    """The employer's own account, signed in."""
    account = await made(
        Account, kind=AccountKind.EMPLOYER, state=AccountState.ACTIVE, employer_id=employer.id
    )
    return Viewer(ViewerKind.EMPLOYER, account.id, employer_id=employer.id)


async def picture(owner: Viewer, purpose: FilePurpose = FilePurpose.SCAN, **values: Any) -> StoredFile:
    """A clean JPG of the owner; a photo has the right size unless said."""
    known: dict[str, Any] = {
        "owner_id": owner.account_id, "purpose": purpose, "state": FileState.CLEAN, "name": "扫描件.jpg",
        "media_type": "image/jpeg", "bytes": PICTURE_BYTES, "width": 295, "height": 413, "pages": 1,
        "plain_background": True, "refusals": [], "sha256": f"{next(_serial):064x}",
    }  # fmt: skip
    return await made(StoredFile, **(known | values))


@dataclass
class Desk:
    """A corps with a reviewer for every stage of the route, and a head."""

    authority: Authority
    officers: dict[StageKind, Viewer] = field(default_factory=dict)
    head: Viewer = SYSTEM_VIEWER


async def desk(**values: Any) -> Desk:
    found = Desk(await corps(**values))
    for stage, name in zip(ROUTE, "甲乙丙丁戊", strict=True):
        found.officers[stage] = await reviewer(STAGE_ROLES[stage], at=found.authority, name=f"审核{name}")
    found.head = await reviewer(ReviewerRole.HEAD, at=found.authority, name="负责人")
    return found


@dataclass
class Story:
    """One case with the people around it."""

    case: Registration
    filer: Viewer
    desk: Desk
    employer: Employer

    async def fresh(self) -> Registration:
        self.case = await Registration.get(id=self.case.id)
        return self.case

    async def item(self) -> WorkItem:
        """The open stage's work item."""
        stage = await current_stage(self.case)
        assert stage is not None
        item = await item_of_stage(stage.id)
        assert item is not None
        return item

    @property
    def authority(self) -> Authority:
        return self.desk.authority


async def item_of_stage(stage_id: int) -> WorkItem | None:
    return await WorkItem.filter(stage_id=stage_id).exclude(state="DONE").order_by("-id").first()


async def draft(filer: Viewer | None = None, **values: Any) -> Registration:
    """A case just started."""
    filer = filer or await engineer(**values)
    return (await start_registration(filer, profession=FIRE, kind=RegistrationKind.INITIAL)).value


async def complete_draft(filer: Viewer, authority: Authority, employer: Employer) -> Registration:
    """A draft with everything filled in and attached."""
    row = await draft(filer)
    photo = await picture(filer, FilePurpose.PHOTO)
    changes = {
        "photo_id": photo.id, "education": "消防工程本科", "address": "南京市鼓楼区汉口路22号", "capable": True,
        "employer_id": employer.id, "post": "项目负责人", "term": TermKind.FIXED, "term_from": today(),
        "term_until": today() + timedelta(days=1000), "retired": False,
    }  # fmt: skip
    row = (await accept_pledge(filer, id=row.id, version=row.version, pledge_edition="2026-1")).value
    row = (await save_registration(filer, id=row.id, version=row.version, changes=changes)).value
    for kind in SCANS:
        file = await picture(filer)
        row = (
            await attach_to_registration(filer, id=row.id, version=row.version, kind=kind, file_id=file.id)
        ).value
    return (await choose_authority(filer, id=row.id, version=row.version, authority_id=authority.id)).value


async def case(stage: StageKind | None = StageKind.PRE_EXAMINATION, at: Desk | None = None) -> Story:
    """A case that stands at a stage, by the real steps of everybody before; `None`: a complete draft."""
    at, filer, employer = at or await desk(), await engineer(), await agency()
    row = await complete_draft(filer, at.authority, employer)
    story = Story(row, filer, at, employer)
    if stage is None:
        return story
    digest = await preview_digest(row)
    story.case = (await submit_registration(filer, id=row.id, version=row.version, digest=digest)).value
    for passed in ROUTE[: ROUTE.index(stage)]:
        await passes(story, passed)
    return story


async def passes(story: Story, stage: StageKind) -> None:
    """The stage's officer claims and passes."""
    officer = story.desk.officers[stage]
    item = (await claim_work(officer, id=(await story.item()).id)).value
    row = await story.fresh()
    await pass_registration(officer, on=Claimed(row.id, row.version, item.fence))
    await story.fresh()


def identity_number(born: date, serial: int) -> str:
    body = f"320102{born:%Y%m%d}{serial % 1000:03d}"
    return body + check_character(body)


def credit_code(serial: int) -> str:
    from stdnum.cn import uscc  # noqa: PLC0415

    body = f"91320100MA{serial:07d}"
    return body + str(uscc.calc_check_digit(body))
