"""What a batch would do if it were run now: how many would go where, and what stands in the way. Changes nothing."""

from collections import Counter
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass

from models.kernel.rules import Finding, blocking
from models.registration.batches.kinds import BatchEntryState
from models.registration.batches.tables import Batch, BatchEntry
from models.registration.four_eyes import obstacles
from models.registration.gather import assess_all
from models.registration.stages_together import passing
from models.registration.tables import Registration
from models.registration.words import STAGE_WORDS

AT_ONCE = 500
PROBLEMS_SHOWN = 500


@dataclass(frozen=True)
class Problem:
    """An entry that could not be carried out, and all that is unmet."""

    entry_id: int
    place: int
    number: str
    findings: tuple[Finding, ...]


@dataclass(frozen=True)
class Outcome:
    """So many entries would become this."""

    becomes: str
    count: int


@dataclass(frozen=True)
class Rehearsal:
    """`problems` are the first PROBLEMS_SHOWN in the order of the list; `will_drop` counts all of them."""

    will_pass: int
    will_drop: int
    outcomes: tuple[Outcome, ...]
    problems: tuple[Problem, ...]


async def rehearse(batch: Batch, reviewer_id: int | None) -> Rehearsal:
    """As if this reviewer ran it now."""
    becomes: Counter[str] = Counter()
    found: list[Problem] = []
    async for entries in _parts(batch):
        cases = await _cases(entries)
        unmet = await _problems(entries, cases, reviewer_id)
        found += unmet
        stuck = {one.entry_id for one in unmet}
        for entry, one in zip(entries, await passing(cases), strict=True):
            if entry.id not in stuck:
                becomes[f"进入{STAGE_WORDS[one.following.kind]}"] += 1
    outcomes = tuple(Outcome(word, count) for word, count in sorted(becomes.items()))
    return Rehearsal(becomes.total(), len(found), outcomes, tuple(found[:PROBLEMS_SHOWN]))


async def problems_of(batch: Batch, reviewer_id: int | None) -> list[Problem]:
    """The waiting entries that this reviewer cannot carry out, in the order of the list."""
    found: list[Problem] = []
    async for entries in _parts(batch):
        found += await _problems(entries, await _cases(entries), reviewer_id)
    return found


async def _parts(batch: Batch) -> AsyncIterator[list[BatchEntry]]:
    """The waiting entries, so many at once, with as many statements for each part as for one entry."""
    place = 0
    waiting = BatchEntry.filter(batch_id=batch.id, state=BatchEntryState.WAITING).order_by("place")
    while part := await waiting.filter(place__gt=place).limit(AT_ONCE):
        yield part
        place = part[-1].place


async def _cases(entries: Sequence[BatchEntry]) -> list[Registration]:
    rows = await Registration.filter(id__in=[entry.registration_id for entry in entries])
    by_key = {row.id: row for row in rows}
    return [by_key[entry.registration_id] for entry in entries]


async def _problems(
    entries: Sequence[BatchEntry], cases: Sequence[Registration], reviewer_id: int | None
) -> list[Problem]:
    assessed = await assess_all(cases)
    away = await obstacles(cases, reviewer_id)
    found = []
    for entry, assessment, obstacle in zip(entries, assessed, away, strict=True):
        unmet = [*blocking(assessment.findings), *([obstacle] if obstacle else [])]
        if unmet:
            found.append(Problem(entry.id, entry.place, entry.number, tuple(unmet)))
    return found
