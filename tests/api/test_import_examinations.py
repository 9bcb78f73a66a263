"""Taking examination records over, as an operator does it; and what the demonstration makes of them."""

import getpass
from datetime import date
from pathlib import Path

import pytest

from api.demo.examinations import DemonstrationRecords
from models.kernel.database import close_database, open_database
from models.people.kinds import IdentityKind
from models.people.steps.importing import ImportedRecords
from models.people.tables import ExaminationResult
from tests.api.test_commands import run
from tests.factories import identity_number

SECRET = "a secret of the tests"
NUMBER = identity_number(date(1991, 2, 3), 77)
HEADERS = "证书编号,姓名,证件号码,执业资格,级别,取得日期,省份代码"
GOOD = f"XF20260001,方小宁,{NUMBER},注册消防工程师,一级,2025-11-08,320000"
BAD = "XF20260002,,110101199001010000,建造师,特级,2099-01-01,32"


def settings_of(folder: Path) -> dict[str, str]:
    return {"DATA_DIR": str(folder), "SECRET": SECRET}


@pytest.fixture
def settings(tmp_path: Path) -> dict[str, str]:
    """Of a migrated database without any record."""
    found = settings_of(tmp_path)
    assert run("migrate", settings=found).returncode == 0
    return found


def taken_over(
    settings: dict[str, str], *lines: str, encoding: str = "utf-8", options: tuple[str, ...] = ()
) -> tuple[int, str]:
    file = Path(settings["DATA_DIR"]) / "results.csv"
    file.write_bytes("\r\n".join([HEADERS, *lines]).encode(encoding))
    done = run("import-examinations", *options, str(file), settings=settings)
    assert "Traceback" not in done.stderr
    return done.returncode, done.stdout + done.stderr


async def in_table(settings: dict[str, str]) -> list[ExaminationResult]:
    await open_database(f"sqlite://{settings['DATA_DIR']}/zhiye.sqlite3")
    try:
        return await ExaminationResult.all()
    finally:
        await close_database()


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk"])
async def test_a_file_is_taken_over_once(settings: dict[str, str], encoding: str) -> None:
    assert taken_over(settings, GOOD, encoding=encoding) == (0, "新增 1 条，更改 0 条，已有 0 条\n")
    assert taken_over(settings, GOOD, encoding=encoding) == (0, "新增 0 条，更改 0 条，已有 1 条\n")
    corrected = GOOD.replace("2025-11-08", "2025/11/9")
    assert taken_over(settings, corrected)[1] == "新增 0 条，更改 1 条，已有 0 条\n"
    (row,) = await in_table(settings)
    assert (row.obtained_on, row.source, row.imported_by) == (
        date(2025, 11, 9),
        "results.csv",
        getpass.getuser(),
    )
    assert NUMBER not in str(vars(row)) and "方小宁" not in str(vars(row))


async def test_every_wrong_value_is_told_and_nothing_is_imported(settings: dict[str, str]) -> None:
    code, said = taken_over(settings, GOOD, BAD, GOOD)
    assert code == 1
    for column, received in (
        ("姓名", ""),
        ("执业资格", "建造师"),
        ("级别", "特级"),
        ("取得日期", "2099-01-01"),
        ("省份代码", "32"),
    ):
        assert f"第 3 行“{column}”收到“{received}”，须为" in said
    assert "第 3 行“证件号码”" in said and "110101199001010000" not in said
    assert "第 4 行“证书编号”收到“XF20260001”，须为文件中唯一的编号（第 2 行已有）" in said
    assert await in_table(settings) == []
    code, said = taken_over(settings, GOOD, BAD, options=("--skip-bad",))
    assert code == 0 and "新增 1 条，更改 0 条，已有 0 条，跳过 1 行" in said


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        (b"", "缺少列"),
        ("证书编号,姓名\r\n".encode(), "缺少列：证件号码、执业资格、取得日期、省份代码"),
        (b"\xff\xfe\x00\xff", "UTF-8"),
        ((HEADERS + '\r\n"XF').encode(), "不是 CSV"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(tmp_path: Path, content: bytes, wanted: str) -> None:
    file = tmp_path / "results.csv"
    file.write_bytes(content)
    done = run("import-examinations", str(file), settings=settings_of(tmp_path))
    assert done.returncode == 1 and wanted in done.stderr and "Traceback" not in done.stderr


async def test_a_person_is_found_by_name_and_number_together(settings: dict[str, str]) -> None:
    taken_over(settings, GOOD)
    await open_database(f"sqlite://{settings['DATA_DIR']}/zhiye.sqlite3")
    try:
        records = ImportedRecords(SECRET.encode())
        (found,) = await records.passed_by(" 方小宁", IdentityKind.RESIDENT, NUMBER.lower())
        assert found.certificate_number == "XF20260001"
        assert await records.passed_by("方小宇", IdentityKind.RESIDENT, NUMBER) == []
        assert await records.passed_by("方小宁", IdentityKind.PASSPORT, NUMBER) == []
        assert (
            await ImportedRecords(b"another secret").passed_by("方小宁", IdentityKind.RESIDENT, NUMBER) == []
        )
        assert await DemonstrationRecords(records).passed_by("方小宁", IdentityKind.RESIDENT, NUMBER) == [
            found
        ]
    finally:
        await close_database()


async def test_the_demonstration_knows_every_other_number_that_holds_always_the_same(sqlite: str) -> None:
    records = DemonstrationRecords(ImportedRecords(SECRET.encode()))
    first = await records.passed_by("甲", IdentityKind.RESIDENT, NUMBER)
    assert first == await records.passed_by("乙", IdentityKind.RESIDENT, NUMBER)
    assert first[0].region_code == "320000"
    assert await records.passed_by("甲", IdentityKind.RESIDENT, NUMBER[:-1] + "?") == ()
    assert await records.passed_by("甲", IdentityKind.PASSPORT, NUMBER) == ()
