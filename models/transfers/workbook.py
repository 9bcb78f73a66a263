"""The first sheet of a workbook (XLSX) as texts, and what in it cannot be taken as it stands.

A formula is not a value: what the file keeps of its last result may be old or missing. A number of more than 15
digits has lost its end when it was typed: spreadsheet programs keep 15.
"""

import re
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from pathlib import Path

import python_calamine

from models.transfers.cells import BadCell

UNPACKED_OCTETS = 256 * 1024 * 1024
"""Of all parts of a workbook together: a hundred thousand rows are about 40 MB."""
RATIO = 200
"""Most that a part may be packed; sheets of one repeated value reach about 100."""
SMALL_OCTETS = 1024 * 1024
"""Parts below this may be packed as they like."""
MOST_COLUMNS = 100
EXACT_DIGITS = 15
NO_FORMULA = "值本身，请复制后选择性粘贴为数值"
NO_NUMBER = "文本：这样的数字在表格软件中会丢失末尾，请把该列设为文本后重新填写"
RECEIVED = {NO_FORMULA: "公式", NO_NUMBER: "超过 15 位的数字"}
DAMAGED = "文件已损坏或不是 XLSX 工作簿，请用表格软件打开后另存为 XLSX 或 CSV"
FORMULA = re.compile(rb'<c r="([A-Z]{1,3})(\d{1,7})"[^>]*>\s*<f')
SHEET = re.compile(r'<sheet\s[^>]*?r:id="([^"]+)"')
LETTERS = 26


@dataclass
class Flaws:
    """Line to places (from 0) of cells that cannot be taken, with what is wanted there."""

    found: defaultdict[int, dict[int, str]] = field(default_factory=lambda: defaultdict(dict))

    def note_formulas(self, line: int, texts: Sequence[str]) -> None:
        """Texts that a spreadsheet program would calculate, in a CSV too."""
        for place, text in enumerate(texts):
            if text.lstrip().startswith("="):
                self.found[line][place] = NO_FORMULA

    def of(self, line: int, headings: Sequence[str]) -> list[BadCell]:
        flaws = self.found.get(line, {})
        return [
            BadCell(line, headings[place], RECEIVED[wanted], wanted)
            for place, wanted in sorted(flaws.items())
            if place < len(headings) and headings[place]
        ]


def rows_of_workbook(path: Path, flaws: Flaws, most: int) -> Iterator[tuple[int, list[str]]]:
    """Lines from 1 with their texts, at most so many. :raises ValueError: why it cannot be read."""
    _look_at_parts(path, flaws)
    try:
        with python_calamine.CalamineWorkbook.from_path(path) as book:
            sheet = book.get_sheet_by_index(0)
            if sheet.end is not None and sheet.end[1] >= MOST_COLUMNS:
                raise ValueError(f"第一张表有 {sheet.end[1] + 1} 列，至多 {MOST_COLUMNS} 列")
            rows = sheet.to_python(skip_empty_area=False, nrows=most)
    except python_calamine.CalamineError as error:
        raise ValueError(DAMAGED) from error
    for line, cells in enumerate(rows, start=1):
        yield line, [_text(cell, line, place, flaws) for place, cell in enumerate(cells)]


def _look_at_parts(path: Path, flaws: Flaws) -> None:
    """Before anything is unpacked: how large it would become. Then: which cells are formulas."""
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            size = sum(part.file_size for part in parts)
            packed = [part for part in parts if part.file_size > SMALL_OCTETS]
            if size > UNPACKED_OCTETS or any(
                part.file_size > RATIO * max(part.compress_size, 1) for part in packed
            ):
                raise ValueError(
                    f"工作簿展开后过大（{size // SMALL_OCTETS} MB），请只保留要导入的列，分成几个文件"
                )
            for column, line in FORMULA.findall(archive.read(_first_sheet(archive))):
                flaws.found[int(line)][_place(column.decode())] = NO_FORMULA
    except (zipfile.BadZipFile, KeyError, NotImplementedError, EOFError) as error:
        raise ValueError(DAMAGED) from error


def _first_sheet(archive: zipfile.ZipFile) -> str:
    """The name of the part that the workbook lists first. :raises KeyError: it is no workbook."""
    found = SHEET.search(archive.read("xl/workbook.xml").decode(errors="replace"))
    links = archive.read("xl/_rels/workbook.xml.rels").decode(errors="replace")
    for link in re.findall(r"<Relationship\s[^>]*>", links):
        target = re.search(r'Target="([^"]+)"', link)
        if found and target and f'Id="{found[1]}"' in link:
            return f"xl/{target[1].removeprefix('/xl/').removeprefix('xl/')}"
    raise KeyError("no sheet")


def _place(column: str) -> int:
    """0 for A, 26 for AA."""
    number = 0
    for letter in column:
        number = number * LETTERS + ord(letter) - ord("A") + 1
    return number - 1


def _text(cell: object, line: int, place: int, flaws: Flaws) -> str:
    match cell:
        case bool():
            return "TRUE" if cell else "FALSE"
        case int() | float():
            return _number(float(cell), line, place, flaws)
        case datetime():
            return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ")
        case date():
            return cell.isoformat()
    return "" if cell is None else str(cell)


def _number(value: float, line: int, place: int, flaws: Flaws) -> str:
    if abs(value) >= 10**EXACT_DIGITS:
        flaws.found[line][place] = NO_NUMBER
    return str(int(value)) if value.is_integer() else f"{value:.10g}"
