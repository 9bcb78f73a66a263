"""Lists of batches: on paper, with every case and the heading on every page; as a sheet, with no formula in it."""

import re
from io import BytesIO
from zipfile import ZipFile

import pytest

from models.transfers.cells import escaped
from printing.documents.batch_cover import batch_cover
from printing.printable import texts
from printing.sheets import sheet
from tests.printing.reading import reader, text_of
from tests.printing.samples import cover_data

FORMULA = '=HYPERLINK("http://example.com","点我")'


@pytest.mark.requirement("S4-62")
def test_the_list_shows_every_case_on_as_many_pages_as_it_takes() -> None:
    data = cover_data(rows=60)
    pdf = batch_cover(data)
    text, pages = text_of(pdf), len(reader(pdf).pages)
    for one in texts(data):
        assert "".join(one.text.split()) in text, one.label
    assert pages > 1
    assert text.count("受理编号") == pages, "the heading is repeated"
    assert "60件" in text


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t", "\r"])
def test_a_text_that_a_spreadsheet_would_take_for_a_formula_is_escaped(first: str) -> None:
    assert escaped(f"{first}1+1") == f"'{first}1+1"
    assert escaped(f"王{first}") == f"王{first}"


def test_a_sheet_holds_texts_and_numbers_and_no_formula() -> None:
    made = ZipFile(
        BytesIO(sheet("初审", ("序号", "姓名"), [(1, FORMULA), (2, "王海宁"), (3, "http://a.cn")]))
    )
    page = made.read("xl/worksheets/sheet1.xml").decode()
    shared = made.read("xl/sharedStrings.xml").decode()
    assert "<f>" not in page
    assert "<hyperlink" not in page
    assert re.findall(r"<v>(\d+)</v>", page)
    assert "'=HYPERLINK" in shared
    assert "王海宁" in shared
