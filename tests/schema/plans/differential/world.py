"""Data for random documents: real stories, then columns that are overwritten with what a person might have typed."""

from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

from tortoise.models import Model

from models.agencies.tables import Employer
from models.authorities.kinds import AuthorityKind, ReviewerRole
from models.authorities.tables import Authority, Contact, Region, Reviewer
from models.files.tables import StoredFile
from models.kernel.ids import global_id
from models.kernel.tables import JournalRow
from models.kernel.unit import Unit, unit_of_work
from models.kernel.viewer import PUBLIC_VIEWER, SYSTEM_VIEWER, Viewer, ViewerKind
from models.notices.tables import ReadMark
from models.people.tables import Account, Person, Qualification, Session
from models.registration.credentials import Certificate, Seal
from models.registration.kinds import StageKind
from models.registration.tables import (
    Attachment,
    Registration,
    RegistrationStage,
    ReviewRemark,
    WorkItem,
)
from models.transfers.kinds import ExportFormat, ExportKind, ImportKind, ImportState, RowOutcome
from models.transfers.tables import Export, Import, ImportRow
from tests import factories
from tests.registration_story import claimed, issue, returned

RARE = (
    "",
    "O'Neil",
    '"引号"',
    "换\n行",
    "\\反斜杠\\",
    "𠮷野家",
    "😀",
    "\u2028行",
    "<b>&amp;",
    "a\tb",
    "王 海宁",
)
MOMENTS = [datetime(2026, 3, day, 8, 30, tzinfo=UTC) for day in (1, 1, 2)]
OWNED: tuple[tuple[str, type[Model]], ...] = (
    ("reg", Registration), ("per", Person), ("emp", Employer), ("aut", Authority), ("acc", Account),
    ("ses", Session), ("wrk", WorkItem), ("stg", RegistrationStage), ("rem", ReviewRemark),
    ("atm", Attachment), ("con", Contact), ("qua", Qualification), ("cer", Certificate), ("evt", JournalRow),
    ("ntf", JournalRow), ("fil", StoredFile), ("rev", Reviewer), ("sea", Seal),
    ("imp", Import), ("exp", Export),
)  # fmt: skip


async def populated(random: Random) -> tuple[list[Viewer], list[str], list[str]]:
    """Viewers of every kind, global ids (malformed and foreign ones too), and texts that rows hold."""
    await scattered(SYSTEM_VIEWER, random=random)
    first, second = await factories.desk(), await factories.desk(short_name="浙", region_code="330000")
    stories = [
        await factories.case(None, first),
        await factories.case(StageKind.PRE_EXAMINATION, first),
        await factories.case(StageKind.PRE_EXAMINATION, second),
        await factories.case(StageKind.EXAMINATION, first),
    ]
    back = await factories.case(StageKind.PRE_EXAMINATION, first)
    await returned(back, StageKind.PRE_EXAMINATION)
    made = await factories.case(StageKind.CERTIFICATE_MAKING, second)
    await issue(made)
    await claimed(stories[3], stories[3].desk.officers[StageKind.EXAMINATION])
    await spoiled(SYSTEM_VIEWER, random=random)
    viewers = [
        PUBLIC_VIEWER,
        Viewer(ViewerKind.ADMINISTRATOR, account_id=999_999),
        *(story.filer for story in (*stories, back, made)),
        *[await seated(story.filer) for story in stories[:2]],
        first.officers[StageKind.PRE_EXAMINATION],
        first.officers[StageKind.EXAMINATION],
        first.head,
        second.officers[StageKind.CERTIFICATE_MAKING],
        await factories.reviewer(
            ReviewerRole.PRE_EXAMINER, ReviewerRole.DECIDER, at=first.authority, regions=("3201", "32")
        ),
        await factories.employer_account(stories[1].employer),
        await factories.employer_account(made.employer),
    ]
    return viewers, await _ids(random), ["320000", "320100", "南京", "王海宁"]


async def seated(viewer: Viewer) -> Viewer:
    """The viewer with a session of their own."""
    session = await factories.made(
        Session,
        account_id=viewer.account_id,
        token_hash=f"hash {viewer.account_id}",
        device="手机 '\"",
        address="",
    )
    return Viewer(viewer.kind, viewer.account_id, session.id, person_id=viewer.person_id)


@unit_of_work
async def scattered(unit: Unit, *, random: Random) -> None:
    """Regions, contacts and bodies that no story needs."""
    for code, parent, name in (
        ("320000", None, "江苏"),
        ("320100", "320000", "南京'"),
        ("330000", None, "浙江"),
    ):
        await Region.create(code=code, name=name, full_name=name, parent_id=parent)
    ministry = await Authority.create(
        name='部"级"', kind=AuthorityKind.MINISTRY, professions=["FIRE_ENGINEER"], stages=[], short_name=""
    )
    for index in range(6):
        await Contact.create(
            authority_id=ministry.id if index % 2 else None, label=random.choice(RARE),
            people=random.choice([[], ["甲", "O'Neil"]]), phones=["025-1"], fax=random.choice([None, "1"]),
        )  # fmt: skip


@unit_of_work
async def spoiled(unit: Unit, *, random: Random) -> None:
    """Equal keys, nulls and rare characters in columns that are only shown."""
    for case in await Registration.all():
        await Registration.filter(id=case.id).update(
            updated_at=random.choice(MOMENTS), education=random.choice([None, *RARE]),
            department=random.choice([None, *RARE]), employer_fax=random.choice([None, "1"]),
            sort_number=random.choice(["", case.sort_number]),
        )  # fmt: skip
    for item in await WorkItem.all():
        await WorkItem.filter(id=item.id).update(
            added_at=random.choice(MOMENTS), due_at=MOMENTS[0] + timedelta(days=random.choice((0, 400))),
            resubmitted=random.choice([True, False]),
        )  # fmt: skip
    for entry in await JournalRow.filter(person_id__not_isnull=True).limit(3):
        account = await Account.filter(person_id=entry.person_id).first()
        if account:
            await ReadMark.create(account_id=account.id, entry_id=entry.id)
    for person in await Person.all():
        await Person.filter(id=person.id).update(
            name=random.choice(RARE),
            email=random.choice([None, "a@b.cn"]),
            mobile=random.choice([None, "13812345678"]),
        )
    for account in await Account.all().limit(4):
        await _transferred(account)
    for remark in await ReviewRemark.all():
        await ReviewRemark.filter(id=remark.id).update(
            text=random.choice(RARE),
            page=random.choice([None, 2]),
            box=random.choice([None, [0.5, 0.25, 1.0, 0.1]]),
        )


async def _transferred(account: Account) -> None:
    job = await Import.create(
        kind=ImportKind.PERSONS, state=ImportState.CHECKED, account_id=account.id, name="名单'.xlsx",
        headings=["姓名", '"列"'], row_count=2, looked_at=2, faulty=1, outcomes={"NEW": 1, "SAME": 0},
    )  # fmt: skip
    wrong = [{"column": "姓名", "received": "换\n行", "wanted": "1 至 64 个字"}]
    await ImportRow.create(job_id=job.id, number=2, cells=list(RARE[:2]), outcome=RowOutcome.NEW)
    await ImportRow.create(job_id=job.id, number=3, cells=list(RARE[2:4]), faulty=True, wrong=wrong)
    await Export.create(kind=ExportKind.WORK_QUEUE, format=ExportFormat.CSV, account_id=account.id)


async def _ids(random: Random) -> list[str]:
    found = ["", "reg_0", "xyz_1", "reg_999999", "evt_x", "ｒeg_1"]
    for prefix, model in OWNED:
        rows: list[Any] = await model.all().limit(12)
        found += [global_id(prefix, row.pk) for row in rows]
    random.shuffle(found)
    return found
