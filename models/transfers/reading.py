"""A file of rows, read line by line: XLSX or CSV, in whichever of them, by its content. Bounded in every direction.

Runs in a process of its own (`models.files.pool`): a workbook is a packed archive that somebody else has made.
"""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from models.kernel.clock import today
from models.transfers.catalogue import IMPORTERS
from models.transfers.cells import BadCell, plain
from models.transfers.importer import AnyImporter, Column, Parsed
from models.transfers.kinds import ImportKind
from models.transfers.workbook import Flaws, rows_of_workbook

MOST_ROWS = 100_000
LONGEST_CELL = 1000
MOST_WRONG = 100_000
"""After so many wrong values the others are not listed: the file is another one than was meant."""
ZIP = b"PK\x03\x04"
FIRST_LINE = 1


class Unreadable(Exception):
    """The file as a whole cannot be read; the message says why and what is wanted."""


def parsed_file(path: Path, kind: ImportKind) -> Parsed | str:
    """What a file holds, or in one sentence why it cannot be read. For the pool, which carries no exceptions."""
    today()  # fails here rather than in each row, should this process have no time zones
    try:
        return parsed(path, kind)
    except Unreadable as error:
        return str(error)


def parsed(path: Path, kind: ImportKind) -> Parsed:
    """Every row, judged by itself and beside the others of the file.

    :raises Unreadable: neither XLSX nor CSV, damaged, no headings, a column missing or doubled, or too many rows.
    """
    importer, flaws = IMPORTERS[kind], Flaws()
    table = _table(path, flaws)
    headings = _headings(next(table, (FIRST_LINE, []))[1], importer)
    found = Parsed([one for one in importer.headings if one in headings])
    seen: dict[object, int] = {}
    for count, (line, texts) in enumerate(_filled(table)):
        if count >= MOST_ROWS:
            raise Unreadable(f"文件超过 {MOST_ROWS} 行，请分成几个文件导入")
        flaws.note_formulas(line, texts)
        cells = _cells(headings, texts)
        found.cells[line] = [_shown(column, cells[column.heading]) for column in _columns(importer, found)]
        _judge(found, importer, line, cells, flaws.of(line, headings), seen)
    if not found.cells:
        raise Unreadable("第 1 行以下没有内容")
    return found


def _table(path: Path, flaws: Flaws) -> Iterator[tuple[int, Sequence[str]]]:
    """Lines with their numbers from 1, the headings first."""
    content = path.read_bytes()
    if content.startswith(ZIP):
        try:
            yield from rows_of_workbook(path, flaws, most=MOST_ROWS + 2)
        except ValueError as error:
            raise Unreadable(str(error)) from None
    else:
        yield from _csv(content)


def _csv(content: bytes) -> Iterator[tuple[int, Sequence[str]]]:
    reader = csv.reader(io.StringIO(_text(content), newline=""), strict=True)
    try:
        for cells in reader:
            yield reader.line_num, cells
    except csv.Error as error:
        raise Unreadable(f"第 {reader.line_num} 行不是 CSV：{error}。请检查引号是否成对") from None


def _text(content: bytes) -> str:
    for encoding in ("utf-8-sig", "gb18030"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    raise Unreadable("文件不是 XLSX，也不是 UTF-8 或 GBK 编码的 CSV，请另存为 XLSX 或 CSV UTF-8")


def _headings(first: Sequence[str], importer: AnyImporter) -> list[str]:
    headings = [plain(cell.strip()) for cell in first]
    missing = [name for name in importer.needed if name not in headings]
    if missing:
        received = "、".join(headings)[:200] or "空文件"
        raise Unreadable(f"第 1 行缺少列：{'、'.join(missing)}。收到：{received}")
    named = [heading for heading in headings if heading]
    if len(set(named)) != len(named):
        raise Unreadable("第 1 行有重复的列名，每列只能出现一次")
    return headings


def _filled(table: Iterable[tuple[int, Sequence[str]]]) -> Iterator[tuple[int, Sequence[str]]]:
    return ((line, cells) for line, cells in table if any(cell.strip() for cell in cells))


def _cells(headings: Sequence[str], texts: Sequence[str]) -> dict[str, str]:
    padded = [plain(text.strip()) for text in texts] + [""] * (len(headings) - len(texts))
    return dict(zip(headings, padded, strict=False))


def _columns(importer: AnyImporter, found: Parsed) -> Iterable[Column]:
    return (column for column in importer.columns if column.heading in found.headings)


def _shown(column: Column, text: str) -> str:
    return (column.mask(text) if column.mask else text)[:LONGEST_CELL]


def _judge(  # noqa: PLR0913, PLR0917 a row with everything around it
    found: Parsed,
    importer: AnyImporter,
    line: int,
    cells: Mapping[str, str],
    flaws: Sequence[BadCell],
    seen: dict[object, int],
) -> None:
    if len(found.wrong) >= MOST_WRONG:
        return
    judged = list(flaws) or importer.parse(line, cells)
    if isinstance(judged, list):
        found.wrong.extend(judged)
        return
    doubled = []
    for key in importer.keys(judged):
        first = seen.setdefault((key.heading, key.value), line)
        if first != line:
            doubled.append(
                BadCell(line, key.heading, key.received, f"文件中唯一的{key.noun}（第 {first} 行已有）")
            )
    if doubled:
        found.wrong.extend(doubled)
    else:
        found.lines.append(judged)
