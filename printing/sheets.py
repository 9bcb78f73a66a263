"""Sheets (XLSX) from rows of texts and numbers. No cell is ever a formula, whatever somebody typed into a form."""

from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO

import xlsxwriter

from models.transfers.cells import escaped

WIDEST = 60
"""Characters of the widest column."""
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}

Cell = str | int | float
Page = tuple[Sequence[str], Iterable[Sequence[Cell]]]
"""A heading and rows."""


def sheet(name: str, heading: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """One sheet with its heading fixed above. Not for the event loop: it takes about 10 ms per 1,000 rows."""
    return sheets({name: (heading, rows)})


def sheets(pages: Mapping[str, Page]) -> bytes:
    """A workbook of several sheets, by their names."""
    out = BytesIO()
    book = xlsxwriter.Workbook(out, OPTIONS)
    bold = book.add_format({"bold": True})
    for name, (heading, rows) in pages.items():
        _fill(book.add_worksheet(name[:31]), heading, rows, bold)
    book.close()
    return out.getvalue()


def _fill(
    page: xlsxwriter.worksheet.Worksheet, heading: Sequence[str], rows: Iterable[Sequence[Cell]], bold: object
) -> None:
    page.freeze_panes(1, 0)
    widths = [0] * len(heading)
    for line, cells in enumerate([heading, *rows]):
        for place, cell in enumerate(cells):
            _write(page, line, place, cell, bold if line == 0 else None)
            widths[place] = max(widths[place], _width(cell))
    for place, width in enumerate(widths):
        page.set_column(place, place, min(width + 2, WIDEST))


def _write(page: xlsxwriter.worksheet.Worksheet, line: int, place: int, cell: Cell, style: object) -> None:
    if isinstance(cell, int | float):
        page.write_number(line, place, cell, style)
    else:
        page.write_string(line, place, escaped(cell), style)


def _width(cell: Cell) -> int:
    """Chinese characters are twice as wide."""
    return sum(2 if ord(one) > 0xFF else 1 for one in str(cell))
