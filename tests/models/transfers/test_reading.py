"""Files as people really send them: what is read, what is refused, and in which words."""

import io
import zipfile
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from models.files.pool import ChildPool
from models.files.tables import FileState
from models.kernel.clock import today
from models.people.identity import check_character
from models.transfers.cells import day_of, escaped, plain
from models.transfers.importer import Parsed
from models.transfers.importers.persons import PersonLine
from models.transfers.kinds import ImportKind
from models.transfers.reading import MOST_ROWS, Unreadable, parsed, parsed_file
from tests.transfer_story import PERSON_HEADINGS, administrator, csv_of, number, uploaded, xlsx_of

HEADINGS = ("姓名", "证件号码", "出生日期")
OLD = "320102880808501"
PERSONS = ImportKind.PERSONS


def read(folder: Path, content: bytes, kind: ImportKind = PERSONS) -> Parsed:
    file = folder / "file"
    file.write_bytes(content)
    return parsed(file, kind)


def wrong(found: Parsed) -> list[tuple[int, str]]:
    return [(bad.line, bad.column) for bad in found.wrong]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gbk"])
def test_a_csv_is_read_in_every_usual_encoding(tmp_path: Path, encoding: str) -> None:
    found = read(tmp_path, csv_of(PERSON_HEADINGS, ("王海宁", number(), ""), encoding=encoding))
    assert [line.who.name for line in found.lines] == ["王海宁"]


@pytest.mark.parametrize("made_as", [csv_of, xlsx_of])
def test_headings_in_any_order_empty_lines_and_strange_columns_do_no_harm(
    tmp_path: Path, made_as: type
) -> None:
    content = made_as(("备注", "证件号码", "姓名"), ("", "", ""), ("略", number(), " 王海宁 "))
    found = read(tmp_path, content)
    assert found.headings == ["姓名", "证件号码"] and [line.number for line in found.lines] == [3]
    assert found.lines[0].who.name == "王海宁"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "缺少列：姓名、证件号码。收到：空文件"),
        (csv_of(("名字", "证件号码")), "缺少列：姓名。收到：名字、证件号码"),
        (xlsx_of(("姓名", "姓名", "证件号码")), "重复的列名"),
        (xlsx_of(PERSON_HEADINGS), "没有内容"),
        (b"\xff\xfe\x00\xff", "不是 XLSX"),
        (csv_of(PERSON_HEADINGS) + b'"a', "不是 CSV"),
        (b"PK\x03\x04" + b"\0" * 60, "已损坏"),
        (xlsx_of(PERSON_HEADINGS, ("王", "1", ""))[:-300], "已损坏"),
        (xlsx_of([f"列{place}" for place in range(120)]), "120 列"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(tmp_path: Path, content: bytes, said: str) -> None:
    with pytest.raises(Unreadable, match=said):
        read(tmp_path, content)


def _packed(sheet: bytes) -> bytes:
    made, packed = io.BytesIO(xlsx_of(PERSON_HEADINGS)), io.BytesIO()
    with zipfile.ZipFile(made) as source, zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for part in source.infolist():
            own = part.filename == "xl/worksheets/sheet1.xml"
            target.writestr(part.filename, sheet if own else source.read(part))
    return packed.getvalue()


def test_a_zip_bomb_is_not_unpacked(tmp_path: Path) -> None:
    bomb = _packed(b" " * 300_000_000)
    assert len(bomb) < 1_000_000
    with pytest.raises(Unreadable, match="展开后过大"):
        read(tmp_path, bomb)


async def test_a_sheet_that_claims_every_cell_costs_its_process_only(tmp_path: Path) -> None:
    cell = b'<c r="%b" t="inlineStr"><is><t>1</t></is></c>'
    rows = b"".join(
        b'<row r="%d">%b</row>' % (row, cell % place) for row, place in ((1, b"A1"), (1048576, b"XFD1048576"))
    )
    file = tmp_path / "wide"
    file.write_bytes(
        _packed(
            b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
            + rows
            + b"</sheetData></worksheet>"
        )
    )
    pool = ChildPool(at_once=1, seconds=60)
    try:
        said = await pool.run(parsed_file, file, PERSONS)
    except Exception as error:
        said = type(error).__name__
    finally:
        pool.close()
    assert said == "Overrun" or "列" in str(said)


@pytest.mark.parametrize("rows", [MOST_ROWS, MOST_ROWS + 1])
def test_so_many_rows_and_no_more(tmp_path: Path, rows: int) -> None:
    content = b"\xe5\xa7\x93\xe5\x90\x8d,\xe8\xaf\x81\xe4\xbb\xb6\xe5\x8f\xb7\xe7\xa0\x81\n" + b"x,1\n" * rows
    if rows > MOST_ROWS:
        with pytest.raises(Unreadable, match="100000 行"):
            read(tmp_path, content)
    else:
        assert len(read(tmp_path, content).cells) == rows


def test_wrong_numbers_are_told_masked_with_what_is_wanted(tmp_path: Path) -> None:
    good = number()
    broken = good[:-1] + ("1" if good[-1] != "1" else "2")
    found = read(
        tmp_path, csv_of(HEADINGS, ("王", broken, ""), ("李", good[:-1], ""), ("赵", good, "1990-01-01"))
    )
    assert wrong(found) == [(2, "证件号码"), (3, "证件号码"), (4, "出生日期")]
    assert "校验位" in found.wrong[0].wanted and broken not in str(found.wrong[0])


def test_a_number_of_15_digits_becomes_one_of_18(tmp_path: Path) -> None:
    for made_as, cell in ((csv_of, OLD), (xlsx_of, OLD), (xlsx_of, int(OLD))):
        (line,) = read(tmp_path, made_as(HEADINGS, ("王", cell, ""))).lines
        body = f"{OLD[:6]}19{OLD[6:]}"
        assert line.who.number == body + check_character(body)


def test_a_number_that_a_spreadsheet_program_has_cut_is_refused(tmp_path: Path) -> None:
    found = read(tmp_path, xlsx_of(HEADINGS, ("王", float(number()[:17] + "0"), "")))
    assert wrong(found) == [(2, "证件号码")] and "文本" in found.wrong[0].wanted


@pytest.mark.parametrize("made_as", [csv_of, xlsx_of])
def test_formulas_are_refused_and_escaped_texts_are_read_as_they_were(tmp_path: Path, made_as: type) -> None:
    rows = (("王", number(), "=TODAY()"), ("=A1", number(), ""), ("'=A1", number(), ""))
    found = read(tmp_path, made_as(HEADINGS, *rows))
    assert wrong(found) == [(2, "出生日期"), (3, "姓名")]
    assert [bad.received for bad in found.wrong] == ["公式", "公式"]
    assert [line.who.name for line in found.lines] == ["=A1"]


def test_days_are_read_in_every_usual_form(tmp_path: Path) -> None:
    born = date(1988, 8, 8)
    serial = (born - date(1899, 12, 30)).days
    forms: Sequence[date | str | int] = (
        born, "1988-08-08", "1988/8/8", "1988.8.8", "1988年8月8日", "19880808", serial, str(serial),
    )  # fmt: skip
    found = read(tmp_path, xlsx_of(HEADINGS, *(("王", number(), form) for form in forms)))
    assert not found.wrong and {line.birth_date for line in found.lines} == {born}
    assert [day_of(text) for text in ("", "1988-13-01", "昨天", "99999999", "8/8/1988")] == [None] * 5


def test_doubled_rows_name_the_first_one(tmp_path: Path) -> None:
    same = number()
    found = read(tmp_path, csv_of(HEADINGS, ("王", same, ""), ("李", number(), ""), ("王", same, "")))
    assert wrong(found) == [(4, "证件号码")] and "第 2 行已有" in found.wrong[0].wanted
    assert len(found.lines) == 2


@given(st.text())
def test_escaping_is_undone_by_reading(text: str) -> None:
    assert plain(escaped(text)) == text
    assert not escaped(text).startswith(("=", "+", "-", "@", "\t", "\r"))


async def test_only_sheets_are_taken_in_for_an_import(sqlite: str, room: object) -> None:
    admin = await administrator()
    picture = b"\x89PNG\r\n\x1a\n" + b"\0" * 100
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as made:
        made.writestr("word/document.xml", "x")
    for content in (picture, archive.getvalue(), b"%PDF-1.7", b"<html><script>1</script>", b"\0\1\2\3"):
        file = await uploaded(admin, content, "名单.xlsx")
        assert file.state is FileState.REFUSED and "需要 XLSX 或 CSV" in file.refusals[0]["message"]
    good = await uploaded(admin, xlsx_of(PERSON_HEADINGS, ("王", number(), "")), "名单.txt")
    assert good.state is FileState.CLEAN


def test_a_line_knows_sex_and_birth_by_its_number(tmp_path: Path) -> None:
    (line,) = read(tmp_path, csv_of(HEADINGS, ("王", number(today() - timedelta(days=9000)), ""))).lines
    assert isinstance(line, PersonLine) and line.birth_date == today() - timedelta(days=9000)


def test_a_workbook_made_elsewhere_is_read_by_its_first_sheet(tmp_path: Path) -> None:
    file = tmp_path / "two.xlsx"
    with xlsxwriter.Workbook(str(file)) as book:
        for heading in (("姓名", "证件号码"), ("别的",)):
            book.add_worksheet().write_row(0, 0, heading)
        book.worksheets()[0].write_row(1, 0, ("王", number()))
    assert len(parsed(file, PERSONS).lines) == 1
