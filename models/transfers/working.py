"""The program's part of imports: files are read in a process of their own, looked through, and written.

It stops wherever it is stopped: the next process begins the import's present part anew.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import structlog
from tortoise.exceptions import IntegrityError

from models.files.pool import ChildPool, Overrun
from models.files.storage import Missing
from models.files.tables import StoredFile
from models.files.vault import vault
from models.kernel.errors import Refused
from models.kernel.viewer import SYSTEM_VIEWER
from models.people.sessions import viewer_of_account
from models.people.tables import Account
from models.transfers.catalogue import IMPORTERS
from models.transfers.cells import SHOWN, BadCell
from models.transfers.importer import Line, Origin, Parsed, Verdict
from models.transfers.kinds import ImportState
from models.transfers.reading import parsed_file
from models.transfers.rights import scope_of
from models.transfers.steps.importing import (
    AT_ONCE,
    Looked,
    Taking,
    carry_out_import,
    fail_import,
    finish_preview,
    judged,
    keep_preview,
)
from models.transfers.tables import Import, ImportRow

READING_SECONDS = 60.0
"""For a hundred thousand rows on a busy machine; ten thousand take two."""
SHOWN_AT_ONCE = 2000
"""Rows of a preview written together: then whoever waits is told how far it is."""
TOO_LONG = "文件太大或太复杂，没有读完，请分成几个文件导入"
GONE = "上传的文件已不在存储中，请重新上传"
MEANWHILE = "导入期间数据有了变化，请重新上传检查"

log = structlog.get_logger("imports")


@dataclass
class Importing:
    """Works through the imports that wait. `secret`: under which numbers of people are hashed."""

    secret: bytes
    pool: ChildPool = field(default_factory=lambda: ChildPool(at_once=1, seconds=READING_SECONDS))

    async def work(self) -> int:
        """Look through and write everything that waits; gives how many imports moved."""
        waiting = Import.filter(state__in=[ImportState.CHECKING, ImportState.APPLYING]).order_by("id")
        found = await waiting
        for row in found:
            await self._serve(row)
        return len(found)

    async def _serve(self, row: Import) -> None:
        try:
            parsed = await self._read(row)
        except (Overrun, Missing) as error:
            parsed = TOO_LONG if isinstance(error, Overrun) else GONE
        try:
            if isinstance(parsed, str):
                await fail_import(SYSTEM_VIEWER, id=row.id, reason=parsed)
            elif row.state is ImportState.CHECKING:
                await self._look_through(row, parsed)
            else:
                await self._write(row, parsed)
        except Refused as refused:
            # Discarded meanwhile: nothing is left to do.
            log.info("import moved on", job=row.id, reason=str(refused))

    async def _read(self, row: Import) -> Parsed | str:
        file = await StoredFile.get_or_none(id=row.file_id or 0)
        if file is None or file.storage_key is None:
            return GONE
        with vault().temporary() as path:
            await vault().storage.fetch(file.storage_key, path)
            return await self.pool.run(parsed_file, path, row.kind)

    async def _look_through(self, row: Import, parsed: Parsed) -> None:
        taking = await self._taking(row)
        for start, numbers in _parts(sorted(parsed.cells)):
            rows = await _previewed(row, parsed, numbers, taking)
            looked = Looked(parsed.headings, len(parsed.cells), rows)
            if not (await keep_preview(SYSTEM_VIEWER, id=row.id, start=start, looked=looked)).value:
                return
        await finish_preview(SYSTEM_VIEWER, id=row.id)

    async def _write(self, row: Import, parsed: Parsed) -> None:
        faulty = set(await _faulty(row.id)) if row.leave_out else set()
        wrong = [bad for bad in parsed.wrong if bad.line not in faulty]
        lines = [line for line in parsed.lines if line.number not in faulty]
        if wrong:
            await fail_import(SYSTEM_VIEWER, id=row.id, reason=f"{MEANWHILE}：{wrong[0]}")
            return
        try:
            taking = await self._taking(row)
            await carry_out_import(SYSTEM_VIEWER, id=row.id, taking=taking, lines=lines)
        except IntegrityError:
            await fail_import(SYSTEM_VIEWER, id=row.id, reason=MEANWHILE)
        except Refused as refused:
            await fail_import(SYSTEM_VIEWER, id=row.id, reason=refused.errors[0].message)

    async def _taking(self, row: Import) -> Taking:
        """By the rights that whoever uploaded it has now."""
        viewer = await viewer_of_account(await Account.get(id=row.account_id))
        origin = Origin(row.name, f"account {row.account_id}", self.secret)
        return Taking(IMPORTERS[row.kind], await scope_of(viewer), origin)


async def _faulty(job_id: int) -> list[int]:
    found = await ImportRow.filter(job_id=job_id, faulty=True).values_list("number", flat=True)
    return [int(str(number)) for number in found]


def _parts(numbers: Sequence[int]) -> Iterator[tuple[int, Sequence[int]]]:
    for start in range(0, len(numbers), SHOWN_AT_ONCE):
        yield start, numbers[start : start + SHOWN_AT_ONCE]


async def _previewed(row: Import, parsed: Parsed, numbers: Sequence[int], taking: Taking) -> list[ImportRow]:
    """Those lines as they are shown, each with what taking it over would do."""
    within = set(numbers)
    wrong: dict[int, list[BadCell]] = {}
    for bad in parsed.wrong:
        if bad.line in within:
            wrong.setdefault(bad.line, []).append(bad)
    lines = [line for line in parsed.lines if line.number in within]
    verdicts = await _verdicts(lines, taking)
    return [
        _row(row.id, number, parsed.cells[number], verdicts.get(number, Verdict()), wrong.get(number, []))
        for number in numbers
    ]


async def _verdicts(lines: Sequence[Line], taking: Taking) -> dict[int, Verdict]:
    found: dict[int, Verdict] = {}
    for start in range(0, len(lines), AT_ONCE):
        found |= await judged(taking, lines[start : start + AT_ONCE])
    return found


def _row(job_id: int, number: int, cells: list[str], verdict: Verdict, wrong: Sequence[BadCell]) -> ImportRow:
    every = [*wrong, *verdict.wrong]
    return ImportRow(
        job_id=job_id,
        number=number,
        cells=cells,
        faulty=bool(every) or verdict.outcome is None,
        wrong=[
            {"column": bad.column, "received": bad.received[:SHOWN], "wanted": bad.wanted} for bad in every
        ],
        outcome=verdict.outcome,
    )
