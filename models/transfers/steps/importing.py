"""Imports: started and decided by people; looked through and written by the program."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from tortoise.expressions import Q

from models.files.tables import FilePurpose, FileState, StoredFile
from models.kernel.errors import FileRefused, Forbidden, InvalidField, LimitReached, Refused
from models.kernel.rows import for_change
from models.kernel.unit import Unit, unit_of_work
from models.transfers.cells import SHOWN, BadCell
from models.transfers.events import (
    ImportApplied,
    ImportChecked,
    ImportConfirmed,
    ImportDiscarded,
    ImportFailed,
    ImportProgressed,
    ImportStarted,
)
from models.transfers.importer import AnyImporter, Line, Origin, Verdict
from models.transfers.kinds import IMPORT_WORDS, ImportKind, ImportState, RowOutcome
from models.transfers.reads import visible_to
from models.transfers.rights import WHO, Scope, importing
from models.transfers.tables import Import, ImportRow
from models.transfers.workflow import IMPORT, TransferRelation, relations_to_transfer

MOST_OPEN = 5
"""Imports of one account that are neither applied nor discarded."""
AT_ONCE = 500
"""Rows compared and written in one statement."""
LONGEST_REASON = 500
SO = {TransferRelation.CLOCK}
OPEN = (ImportState.CHECKING, ImportState.CHECKED, ImportState.APPLYING)


@dataclass(frozen=True)
class Taking:
    """How rows are taken over: as what kind, by whose rights, from where."""

    importer: AnyImporter
    scope: Scope
    origin: Origin


@unit_of_work
async def start_import(unit: Unit, *, kind: ImportKind, file_id: int) -> Import:
    """A file that was uploaded for it, to be looked through.

    :raises Refused: the file is not there whole, was used before, or too many imports wait for a decision.
    """
    if not importing(unit.viewer) & WHO[kind]:
        raise Forbidden("您没有导入这种数据的权限")
    file = await for_change(StoredFile, Q(owner_id=unit.viewer.account_id), file_id)
    _require_usable(file)
    waiting = await Import.filter(account_id=unit.viewer.account_id, state__in=OPEN).count()
    if waiting >= MOST_OPEN:
        message = f"您有 {waiting} 个导入还没有确认或放弃，请先处理"
        raise Refused(LimitReached(limit=MOST_OPEN, message=message))
    row = Import(kind=kind, account_id=unit.viewer.account_id, file_id=file.id, name=file.name)
    (move,) = IMPORT.moves_of("start_import")
    IMPORT.enter(row, move)
    await row.save(force_create=True)
    file.subject, file.subject_id = Import.prefix, row.id
    await file.store("subject", "subject_id")
    unit.record(ImportStarted(IMPORT_WORDS[kind]), row)
    return row


@unit_of_work
async def apply_import(unit: Unit, *, id: int, version: int, leave_out_faulty: bool = False) -> Import:
    """Take all of it over: the writing follows at once, in one unit of work.

    :raises Refused: rows are wrong and are not to be left out, or there is no row that is right.
    """
    row = await _own(unit, id, version, "apply_import")
    if row.faulty and not leave_out_faulty:
        message = f"有 {row.faulty} 行有错，没有导入。请改正后重新上传，或选择略去有错的行"
        raise Refused(
            InvalidField(path=("input", "leaveOutFaulty"), message=message, received="false", wanted="true")
        )
    if row.faulty == row.row_count:
        raise Refused(InvalidField(path=("input", "id"), message="没有一行可以导入，请改正后重新上传"))
    row.leave_out = leave_out_faulty
    IMPORT.enter(row, IMPORT.moves_of("apply_import")[0])
    await row.store("state", "leave_out")
    unit.record(ImportConfirmed(), row)
    return row


@unit_of_work
async def discard_import(unit: Unit, *, id: int, version: int | None = None) -> Import:
    """Nothing of it is taken over; also while it is still being looked through."""
    row = await _own(unit, id, version, "discard_import")
    return await _end(unit, row, "discard_import", ImportDiscarded())


@unit_of_work
async def forget_import(unit: Unit, *, id: int) -> Import:
    """Nobody has confirmed it for days."""
    row = await for_change(Import, visible_to(unit.viewer), id)
    await IMPORT.require(row, "~forget", SO)
    return await _end(unit, row, "~forget", ImportDiscarded())


@unit_of_work
async def clear_previews(unit: Unit, *, ids: list[int]) -> None:
    """Nobody looks at these any more; the imports themselves stay."""
    await ImportRow.filter(job_id__in=ids).delete()
    await Import.filter(id__in=ids).update(looked_at=0)


@dataclass(frozen=True)
class Looked:
    """Some rows of a preview. `total`: of the file; `headings`: of the cells."""

    headings: list[str]
    total: int
    rows: Sequence[ImportRow]


@unit_of_work
async def keep_preview(unit: Unit, *, id: int, start: int, looked: Looked) -> bool:
    """Put rows into the preview behind the first `start`, or begin it anew. False where this is no longer wanted: the
    import was discarded, or another process looks through it.
    """
    row = await for_change(Import, visible_to(unit.viewer), id)
    if row.state is not ImportState.CHECKING or start not in (0, row.looked_at):
        return False
    if start == 0:
        await ImportRow.filter(job_id=id).delete()
        row.looked_at, row.faulty, row.outcomes = 0, 0, {}
    await ImportRow.bulk_create(list(looked.rows), batch_size=AT_ONCE)
    row.headings, row.row_count = looked.headings, looked.total
    row.looked_at += len(looked.rows)
    row.faulty += sum(one.faulty for one in looked.rows)
    counted = Counter(row.outcomes) + Counter(one.outcome.value for one in looked.rows if one.outcome)
    row.outcomes = dict(counted)
    await row.store("headings", "row_count", "looked_at", "faulty", "outcomes")
    unit.record(ImportProgressed(row.looked_at, looked.total), row)
    return True


@unit_of_work
async def finish_preview(unit: Unit, *, id: int) -> Import:
    """Everything has been looked at: whoever uploaded it decides now."""
    row = await for_change(Import, visible_to(unit.viewer), id)
    IMPORT.enter(row, await IMPORT.require(row, "~checked", SO))
    await row.store("state")
    unit.record(ImportChecked(row.row_count or 0, row.faulty), row)
    return row


@unit_of_work
async def fail_import(unit: Unit, *, id: int, reason: str) -> Import:
    """Nothing of it was taken over, and why."""
    row = await for_change(Import, visible_to(unit.viewer), id)
    await IMPORT.require(row, "~fail", SO)
    row.reason = reason[:LONGEST_REASON]
    return await _end(unit, row, "~fail", ImportFailed(row.reason))


@unit_of_work
async def carry_out_import(unit: Unit, *, id: int, taking: Taking, lines: Sequence[Line]) -> Import:
    """Write all rows, or none: what each does is looked at once more, in the same unit of work.

    :raises Refused: a row is wrong by now.
    """
    row = await for_change(Import, visible_to(unit.viewer), id)
    await IMPORT.require(row, "~apply", SO)
    row.outcomes = await write_lines(unit, taking, lines)
    said = {name.lower(): count for name, count in row.outcomes.items()}
    event = ImportApplied(
        IMPORT_WORDS[row.kind],
        added=said.get("new", 0),
        changed=said.get("changed", 0),
        joined=said.get("joined", 0),
        same=said.get("same", 0),
        left_out=row.faulty if row.leave_out else 0,
    )
    return await _end(unit, row, "~apply", event)


@unit_of_work
async def take_over_lines(unit: Unit, *, taking: Taking, lines: Sequence[Line]) -> dict[str, int]:
    """The same for the operator's command, which has shown the rows itself. Outcomes to how many rows."""
    return await write_lines(unit, taking, lines)


async def write_lines(unit: Unit, taking: Taking, lines: Sequence[Line]) -> dict[str, int]:
    """In the unit of work of their import. :raises Refused: the first rows that are wrong."""
    counted: Counter[str] = Counter({outcome.value: 0 for outcome in RowOutcome})
    for start in range(0, len(lines), AT_ONCE):
        some = lines[start : start + AT_ONCE]
        verdicts = await judged(taking, some)
        if wrong := [bad for verdict in verdicts.values() for bad in verdict.wrong]:
            raise Refused(*(_as_error(bad) for bad in wrong[:SHOWN]))
        await taking.importer.write(unit, some, verdicts, taking.origin)
        counted.update(verdict.outcome.value for verdict in verdicts.values() if verdict.outcome)
    return dict(counted)


async def judged(taking: Taking, lines: Sequence[Line]) -> dict[int, Verdict]:
    """What each row does to what is on record, or why it may not."""
    found = await taking.importer.compare(lines, taking.origin)
    for line in lines:
        if outside := taking.scope.outside(line.number, taking.importer.place(line)):
            found[line.number] = Verdict(wrong=tuple(outside))
    return found


def _as_error(bad: BadCell) -> InvalidField:
    received = bad.received[:SHOWN]
    return InvalidField(path=("input", "id"), message=str(bad), received=received, wanted=bad.wanted)


def _require_usable(file: StoredFile) -> None:
    fine = file.purpose is FilePurpose.IMPORT and file.state is FileState.CLEAN and file.subject is None
    if not fine:
        message = "文件还没有上传完、已被拒绝，或已用过，请重新上传导入表格"
        raise Refused(FileRefused(path=("input", "fileId"), message=message))


async def _own(unit: Unit, id: int, version: int | None, action: str) -> Import:
    row = await for_change(Import, visible_to(unit.viewer), id, version)
    await IMPORT.require(row, action, relations_to_transfer(unit.viewer, row.account_id))
    return row


async def _end(unit: Unit, row: Import, action: str, event: Any) -> Import:
    IMPORT.enter(row, IMPORT.moves_of(action)[0])
    row.ended_at = unit.now
    await row.store("state", "reason", "ended_at", "outcomes")
    unit.record(event, row)
    return row
