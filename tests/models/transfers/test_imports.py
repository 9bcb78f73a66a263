"""Imports from upload to end: who may, what the preview says, all or nothing, once."""

import asyncio
from datetime import date, timedelta

import pytest

from models.authorities.tables import RoleGrant
from models.files.tables import StoredFile
from models.files.vault import Vault
from models.kernel.clock import freeze, now
from models.kernel.errors import (
    FileRefused,
    Forbidden,
    InvalidField,
    LimitReached,
    NotFound,
    Refused,
    WrongState,
)
from models.kernel.unit import Unit, unit_of_work
from models.kernel.viewer import PUBLIC_VIEWER, SYSTEM_VIEWER
from models.people.tables import Account, ExaminationResult, Person
from models.transfers.kinds import ImportKind, ImportState, RowOutcome
from models.transfers.rights import WHO, Importing, importable
from models.transfers.steps.importing import Looked, apply_import, discard_import, keep_preview, start_import
from models.transfers.sweeps import sweep_transfers
from models.transfers.tables import Import, ImportRow
from models.transfers.working import SHOWN_AT_ONCE
from tests.factories import agency, corps, employer_account, person, picture
from tests.registration_story import told_to
from tests.transfer_story import (
    PERSON_HEADINGS,
    administrator,
    csv_of,
    keeper,
    looked_through,
    number,
    started,
    taken_over,
    uploaded,
    work,
    wrong_values,
    xlsx_of,
)

pytestmark = pytest.mark.usefixtures("room")
PERSONS, RECORDS = ImportKind.PERSONS, ImportKind.EXAMINATION_RECORDS
RECORD_HEADINGS = ("证书编号", "姓名", "证件号码", "执业资格", "取得日期", "省份代码")


def people(count: int) -> list[tuple[str, str, str]]:
    return [(f"人员{place}", number(), "") for place in range(count)]


def record(region: str = "320000", profession: str = "注册消防工程师", serial: int = 1) -> tuple[str, ...]:
    return (f"XF2026{serial:04d}", "方小宁", number(), profession, "2025-11-08", region)


async def test_who_may_import_what(sqlite: str) -> None:
    clerk = await employer_account(await agency())
    body, filer = await keeper(await corps()), await person()
    assert importable(await administrator()) == list(ImportKind)
    assert importable(body) == [kind for kind in ImportKind if kind is not PERSONS]
    for nobody in (PUBLIC_VIEWER, filer, clerk):
        assert importable(nobody) == []
    assert all(Importing.ADMINISTRATOR in who for who in WHO.values())


async def test_nobody_else_starts_one_or_sees_it(sqlite: str) -> None:
    filer, body = await person(), await keeper(await corps())
    for viewer, kind in ((filer, RECORDS), (body, PERSONS)):
        file = await uploaded(viewer, csv_of(PERSON_HEADINGS, *people(1)))
        with pytest.raises(Forbidden):
            await start_import(viewer, kind=kind, file_id=file.id)
    row = await looked_through(await administrator(), PERSONS, csv_of(PERSON_HEADINGS, *people(1)))
    for other in (filer, body, await administrator()):
        with pytest.raises(NotFound):
            await apply_import(other, id=row.id, version=row.version)
        with pytest.raises(NotFound):
            await discard_import(other, id=row.id, version=row.version)


@pytest.mark.parametrize("made_as", [csv_of, xlsx_of])
async def test_a_file_is_shown_first_and_then_taken_over(database: str, made_as: type) -> None:
    admin, rows = await administrator(), people(3)
    row = await looked_through(admin, PERSONS, made_as(PERSON_HEADINGS, *rows))
    assert (row.state, row.row_count, row.looked_at, row.faulty) == (ImportState.CHECKED, 3, 3, 0)
    assert row.outcomes == {"NEW": 3} and await Person.all().count() == 0
    shown = await ImportRow.filter(job_id=row.id).order_by("number")
    assert [one.number for one in shown] == [2, 3, 4]
    assert shown[0].outcome is RowOutcome.NEW
    assert rows[0][1] not in str(shown[0].cells) and shown[0].cells[0] == "人员0"
    await apply_import(admin, id=row.id, version=row.version)
    await work()
    done = await Import.get(id=row.id)
    assert (done.state, done.outcomes["NEW"]) == (ImportState.APPLIED, 3)
    assert sorted(one.name for one in await Person.all()) == ["人员0", "人员1", "人员2"]
    assert [one.name for one in await told_to(admin, done)] == [
        "IMPORT_STARTED", "IMPORT_PROGRESSED", "IMPORT_CHECKED", "IMPORT_CONFIRMED", "IMPORT_APPLIED",
    ]  # fmt: skip


async def test_a_wrong_row_keeps_all_of_them_out_unless_it_is_left_out(sqlite: str) -> None:
    admin, good = await administrator(), people(2)
    bad = ("坏号码", good[0][1][:-1] + ("0" if good[0][1][-1] != "0" else "1"), "")
    row = await looked_through(admin, PERSONS, csv_of(PERSON_HEADINGS, good[0], bad, good[1]))
    assert [(line, column) for line, column, _ in await wrong_values(row)] == [(3, "证件号码")]
    with pytest.raises(Refused) as refused:
        await apply_import(admin, id=row.id, version=row.version)
    assert isinstance(refused.value.errors[0], InvalidField)
    await apply_import(admin, id=row.id, version=row.version, leave_out_faulty=True)
    await work()
    assert await Person.all().count() == 2


async def test_a_file_of_wrong_rows_only_is_never_taken_over(sqlite: str) -> None:
    admin = await administrator()
    row = await looked_through(admin, PERSONS, csv_of(PERSON_HEADINGS, ("王", "1", "")))
    with pytest.raises(Refused):
        await apply_import(admin, id=row.id, version=row.version, leave_out_faulty=True)


async def test_of_two_confirmations_at_once_one_holds_and_writing_twice_does_nothing(database: str) -> None:
    admin = await administrator()
    row = await looked_through(admin, PERSONS, csv_of(PERSON_HEADINGS, *people(2)))
    answers = await asyncio.gather(
        *(apply_import(admin, id=row.id, version=row.version) for _ in range(2)), return_exceptions=True
    )
    assert sum(isinstance(answer, Refused) for answer in answers) == 1
    await asyncio.gather(work(), work())
    await work()
    assert await Person.all().count() == 2
    assert [one.name for one in await told_to(admin, row)].count("IMPORT_APPLIED") == 1
    with pytest.raises(Refused) as refused:
        await apply_import(admin, id=row.id, version=(await Import.get(id=row.id)).version)
    assert isinstance(refused.value.errors[0], WrongState)


async def test_what_becomes_wrong_before_it_is_written_keeps_everything_out(sqlite: str) -> None:
    admin, rows = await administrator(), people(SHOWN_AT_ONCE // 2)
    row = await looked_through(admin, PERSONS, csv_of(PERSON_HEADINGS, *rows))
    other = await taken_over(admin, PERSONS, csv_of(PERSON_HEADINGS, ("别的名字", rows[-1][1], "")))
    assert other.state is ImportState.APPLIED
    await apply_import(admin, id=row.id, version=row.version)
    await work()
    failed = await Import.get(id=row.id)
    assert failed.state is ImportState.FAILED and "姓名" in str(failed.reason)
    assert await Person.all().count() == 1
    assert (await told_to(admin, failed))[-1].name == "IMPORT_FAILED"


async def test_a_discarded_import_leaves_nothing_even_while_it_is_looked_through(
    sqlite: str, room: Vault
) -> None:
    admin = await administrator()
    row = await started(admin, PERSONS, csv_of(PERSON_HEADINGS, *people(2)))
    await discard_import(admin, id=row.id, version=row.version)
    await work()
    again = await Import.get(id=row.id)
    assert (again.state, again.row_count) == (ImportState.DISCARDED, None)
    assert await ImportRow.all().count() == 0
    await sweep_transfers()
    assert await StoredFile.all().count() == 0 and (await Import.get(id=row.id)).file_id is None
    assert not [path for path in (room.passing.parent / "files").rglob("*") if path.is_file()]


async def test_the_file_goes_with_the_end_and_the_preview_after_a_month(sqlite: str) -> None:
    row = await taken_over(await administrator(), PERSONS, csv_of(PERSON_HEADINGS, *people(2)))
    await sweep_transfers()
    assert await StoredFile.all().count() == 0 and await ImportRow.all().count() == 2
    with freeze(now() + timedelta(days=31)):
        await sweep_transfers()
    assert await ImportRow.all().count() == 0 and (await Import.get(id=row.id)).state is ImportState.APPLIED


async def test_what_nobody_confirms_is_discarded(sqlite: str) -> None:
    row = await looked_through(await administrator(), PERSONS, csv_of(PERSON_HEADINGS, *people(1)))
    await sweep_transfers()
    assert (await Import.get(id=row.id)).state is ImportState.CHECKED
    with freeze(now() + timedelta(days=8)):
        await sweep_transfers()
    assert (await Import.get(id=row.id)).state is ImportState.DISCARDED


async def test_only_a_fresh_file_of_ones_own_for_imports_is_taken(sqlite: str) -> None:
    admin, content = await administrator(), csv_of(PERSON_HEADINGS, *people(1))
    used = await looked_through(admin, PERSONS, content)
    photo = await picture(admin)
    for key in (used.file_id, photo.id):
        with pytest.raises(Refused) as refused:
            await start_import(admin, kind=PERSONS, file_id=key or 0)
        assert isinstance(refused.value.errors[0], FileRefused)
    foreign = await uploaded(await administrator(), content)
    with pytest.raises(NotFound):
        await start_import(admin, kind=PERSONS, file_id=foreign.id)


async def test_few_imports_wait_for_one_account(sqlite: str) -> None:
    admin, content = await administrator(), csv_of(PERSON_HEADINGS, *people(1))
    for _ in range(5):
        await started(admin, PERSONS, content)
    with pytest.raises(Refused) as refused:
        await started(admin, PERSONS, content)
    assert isinstance(refused.value.errors[0], LimitReached)


@pytest.mark.parametrize(
    ("values", "column"),
    [({"region": "330000"}, "省份代码"), ({"profession": "注册安全工程师"}, "执业资格")],
)
async def test_a_body_imports_within_its_professions_and_regions(
    sqlite: str, values: dict[str, str], column: str
) -> None:
    body = await keeper(await corps())
    row = await looked_through(body, RECORDS, csv_of(RECORD_HEADINGS, record(), record(serial=2, **values)))
    assert [(line, name) for line, name, _ in await wrong_values(row)] == [(3, column)]
    own = await taken_over(body, RECORDS, csv_of(RECORD_HEADINGS, record(serial=3)))
    assert own.state is ImportState.APPLIED and await ExaminationResult.all().count() == 1


@unit_of_work
async def without_roles(unit: Unit, *, reviewer_id: int) -> None:
    await RoleGrant.filter(reviewer_id=reviewer_id).delete()


async def test_a_role_that_was_taken_away_meanwhile_counts_no_more(sqlite: str) -> None:
    body = await keeper(await corps())
    row = await looked_through(body, RECORDS, csv_of(RECORD_HEADINGS, record()))
    await apply_import(body, id=row.id, version=row.version)
    await without_roles(SYSTEM_VIEWER, reviewer_id=body.reviewer_id or 0)
    await work()
    assert (await Import.get(id=row.id)).state is ImportState.FAILED
    assert await ExaminationResult.all().count() == 0


async def test_people_with_a_mobile_number_can_sign_in_and_what_is_known_stays(sqlite: str) -> None:
    admin, (name, identity, _) = await administrator(), people(1)[0]
    await taken_over(admin, PERSONS, csv_of(PERSON_HEADINGS, (name, identity, "13911112222")))
    (row,) = await Person.all()
    assert row.birth_date == date(1988, 8, 8) and row.sex
    account = await Account.get(mobile="13911112222")
    assert (account.person_id, account.state) == (row.id, "PASSWORDLESS")
    other = await looked_through(admin, PERSONS, csv_of(PERSON_HEADINGS, ("乙", number(), "13911112222")))
    assert [column for _, column, _ in await wrong_values(other)] == ["手机号"]
    again = await taken_over(admin, PERSONS, csv_of(PERSON_HEADINGS, (name, identity, "13911112222")))
    assert again.outcomes["SAME"] == 1 and await Account.filter(person_id=row.id).count() == 1


async def test_of_two_processes_that_look_through_one_file_one_writes_the_preview(sqlite: str) -> None:
    admin = await administrator()
    row = await started(admin, PERSONS, csv_of(PERSON_HEADINGS, *people(3)))

    def part(start: int, count: int) -> Looked:
        rows = [ImportRow(job_id=row.id, number=start + place + 2, cells=[]) for place in range(count)]
        return Looked(list(PERSON_HEADINGS), 3, rows)

    for start, count, kept in ((0, 2, True), (0, 2, True), (2, 1, True), (2, 1, False)):
        looked = part(start, count)
        assert (await keep_preview(SYSTEM_VIEWER, id=row.id, start=start, looked=looked)).value is kept
    assert [one.number for one in await ImportRow.all().order_by("id")] == [2, 3, 4]
