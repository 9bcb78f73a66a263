"""Which batch lies ahead of a stage, a case, an authority's door. Applicant and reviewer are told the same."""

from collections.abc import Sequence
from typing import Protocol

from tortoise.expressions import Q

from models.authorities.kinds import Profession
from models.kernel.statements import picked
from models.professions.shelf import rulebook_on
from models.registration.batches.kinds import KIND_OF_STAGE, BatchEntryState
from models.registration.batches.tables import Batch, BatchEntry
from models.registration.batches.upcoming import Place, UpcomingBatch, of_batch, upcoming_batches
from models.registration.gather import book_of
from models.registration.kinds import StageState
from models.registration.tables import Registration, RegistrationStage

AHEAD = (StageState.WAITING, StageState.OPEN, StageState.BATCHED, StageState.PAUSED)


class Office(Protocol):
    """What is looked at of an authority."""

    @property
    def id(self) -> int: ...
    @property
    def professions(self) -> Sequence[str]: ...
    @property
    def stages(self) -> Sequence[str]: ...


async def case_batches(rows: Sequence[Registration]) -> list[UpcomingBatch | None]:
    """The batch of the first stage of each case that still waits for one; None where its route has none left."""
    filed = {row.id: row for row in rows if row.submitted_at is not None}
    if not filed:
        return [None] * len(rows)
    ahead = Q(state__in=list(AHEAD))
    stages = await picked(RegistrationStage, ahead, among=("registration_id", list(filed)), order=("place",))
    first: dict[int, RegistrationStage] = {}
    for stage in stages:
        if _batched(filed[stage.registration_id], stage):
            first.setdefault(stage.registration_id, stage)
    found = await _of_stages(list(first.values()), filed)
    return [found.get(first[row.id].id) if row.id in first else None for row in rows]


async def stage_batches(rows: Sequence[RegistrationStage]) -> list[UpcomingBatch | None]:
    """The batch of each stage that still waits for one."""
    ahead = [row for row in rows if row.state in AHEAD and row.kind in KIND_OF_STAGE]
    keys = list({row.registration_id for row in ahead})
    cases = {case.id: case for case in await picked(Registration, among=("id", keys))} if keys else {}
    found = await _of_stages([row for row in ahead if _batched(cases[row.registration_id], row)], cases)
    return [found.get(row.id) for row in rows]


async def authority_batches(rows: Sequence[Office]) -> list[list[UpcomingBatch]]:
    """The next batch of each kind and profession that each authority handles in batches."""
    places = {row.id: list(_places(row)) for row in rows}
    found = await upcoming_batches(place for own in places.values() for place in own)
    return [[found[place] for place in places[row.id]] for row in rows]


async def _of_stages(
    stages: Sequence[RegistrationStage], cases: dict[int, Registration]
) -> dict[int, UpcomingBatch]:
    """By the stages' row keys: the batch that the case is in, or else the next one of its place."""
    inside = await _entered([stage.id for stage in stages if stage.state is StageState.BATCHED])
    places = {
        stage.id: Place(
            KIND_OF_STAGE[stage.kind], stage.authority_id, cases[stage.registration_id].profession
        )
        for stage in stages
        if stage.authority_id is not None and stage.id not in inside
    }
    found = await upcoming_batches(places.values())
    return inside | {key: found[place] for key, place in places.items()}


async def _entered(stages: Sequence[int]) -> dict[int, UpcomingBatch]:
    if not stages:
        return {}
    waiting = await picked(BatchEntry, Q(state=BatchEntryState.WAITING), among=("stage_id", stages))
    keys = list({entry.batch_id for entry in waiting})
    batches = {row.id: row for row in await picked(Batch, among=("id", keys))}
    return {entry.stage_id: of_batch(batches[entry.batch_id], entered=True) for entry in waiting}


def _batched(case: Registration, stage: RegistrationStage) -> bool:
    return stage.kind in KIND_OF_STAGE and book_of(case).form(case.kind).step(stage.kind).batched


def _places(row: Office) -> list[Place]:
    """Every kind of batch on a route of the authority's professions whose stage it handles."""
    found: dict[Place, None] = {}
    for name in row.professions:
        book = rulebook_on(Profession(name))
        for step in (step for form in book.forms.values() for step in form.route if step.batched):
            if step.stage in row.stages:
                found[Place(KIND_OF_STAGE[step.stage], row.id, book.profession)] = None
    return list(found)
