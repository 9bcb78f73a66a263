"""Processor time of a frame by plan and by graphql-core, in one process and by turns: `python -m tests.tools.frame_cost`.

Every event is about another case and told to its own applicant (the dearest way), or one event is told to one group.
"""

import asyncio
import gc
import time
from collections import Counter
from collections.abc import Sequence
from contextlib import AsyncExitStack
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from types import SimpleNamespace
from typing import Any

from bench.documents import OWN_CASE, WORK_CHANGED
from models.kernel.journal import START, Entry, read_after
from models.kernel.unit import Unit, unit_of_work
from models.kernel.viewer import SYSTEM_VIEWER, Viewer, ViewerKind
from models.people.tables import Person
from models.registration.events import RegistrationSaved
from models.registration.kinds import RegistrationKind, StageKind
from models.registration.tables import Registration, RegistrationStage
from schema.common.broadcast import Words
from schema.common.context import Context
from schema.common.evaluation import Evaluation
from schema.plans.documents import Documents
from schema.plans.ways import Way
from subscriptions.frames import Frame, FrameKind
from subscriptions.members import Delivery
from subscriptions.presence import Presence
from subscriptions.stream import Live
from tests.conftest import opened_database
from tests.factories import agency, case, corps, desk
from tests.registration_story import claimed
from tests.schema.plans.differential.both import SCHEMA
from tests.schema.plans.differential.test_frames import ByCore, by_member, live, live_operation

CASES, ROUNDS, TOKENS = 500, 7, 2000
MICROSECONDS = 1_000_000
LIVE = live()


@unit_of_work
async def begin(unit: Unit, *, employer: int, authority: int) -> list[Registration]:
    found = []
    for number in range(CASES):
        person = await Person.create(name=f"申请人{number}")
        row = await Registration.create(
            profession="FIRE_ENGINEER", kind=RegistrationKind.INITIAL, edition="2026-1", applicant=person,
            employer_id=employer, authority_id=authority, number=f"苏{number}", name=person.name,
        )  # fmt: skip
        for place, kind in enumerate((StageKind.PRE_EXAMINATION, StageKind.ACCEPTANCE)):
            await RegistrationStage.create(registration=row, place=place, kind=kind)
        found.append(row)
    return found


@unit_of_work
async def touch(unit: Unit, *, cases: list[Registration]) -> None:
    for row in cases:
        unit.record(RegistrationSaved("岗位"), row)


async def told(name: str) -> list[Entry]:
    found: list[Entry] = []
    at = START
    while page := await read_after(at, 500):
        found += [entry for entry in page if entry.name == name]
        at = page[-1].position
    return found


def frame(entry: Entry) -> Frame:
    return Frame(FrameKind.EVENT, entry.position, entry, (entry.subject, entry.subject_id))


def members(*viewers: Viewer) -> Any:
    return [SimpleNamespace(viewer=viewer, sight=None, sighted=-1) for viewer in viewers]


async def different() -> list[Delivery]:
    authority, employer = await corps(), await agency()
    cases = (await begin(SYSTEM_VIEWER, employer=employer.id, authority=authority.id)).value
    await touch(SYSTEM_VIEWER, cases=cases)
    operation = await live_operation(Words(OWN_CASE, {}))
    owners = {row.id: row.applicant_id for row in cases}
    return [
        Delivery(operation, frame(one), members(Viewer(ViewerKind.PERSON, one.subject_id, person_id=owners[one.subject_id])))
        for one in await told("REGISTRATION_SAVED")
    ]  # fmt: skip


async def one_group() -> list[Delivery]:
    at = await desk(short_name="浙", region_code="330000")
    story = await case(StageKind.PRE_EXAMINATION, at)
    officer = at.officers[StageKind.PRE_EXAMINATION]
    await claimed(story, officer)
    operation = await live_operation(Words(WORK_CHANGED, {}))
    return [Delivery(operation, frame(one), members(officer)) for one in (await told("WORK_CLAIMED"))[-1:]]


async def spent(evaluation: Evaluation, lot: Sequence[Delivery]) -> float:
    times = CASES // len(lot)
    began = time.process_time()
    for _ in range(times):
        await evaluation(lot)
    return (time.process_time() - began) / len(lot) / times * MICROSECONDS


def surroundings(viewer: Viewer) -> Context:
    return Context(viewer=viewer, cursors=LIVE.cursors, services={Live: LIVE, Presence: LIVE.presence})


async def compare(name: str, lot: Sequence[Delivery]) -> None:
    documents = Documents(SCHEMA, TOKENS)
    ways: Counter[Way] = Counter()
    plan = Evaluation(documents, surroundings, lambda way: ways.update([way]))
    core = ByCore(documents, surroundings)
    assert by_member(lot, await plan(lot)) == by_member(lot, await core(lot))
    gc.collect()
    gc.freeze()
    pairs = [(await spent(plan, lot), await spent(core, lot)) for _ in range(ROUNDS)]
    assert set(ways) == {Way.PLAN}, ways
    by_plan, by_core = (median(times) for times in zip(*pairs, strict=True))
    ratio = median(core_time / plan_time for plan_time, core_time in pairs)
    print(f"{name}: by plan {by_plan:.0f} us a frame, by graphql-core {by_core:.0f} us; ratio {ratio:.1f}")


async def main() -> None:
    async with AsyncExitStack() as stack:
        folder = stack.enter_context(TemporaryDirectory())
        await stack.enter_async_context(opened_database("sqlite", Path(folder)))
        await compare(f"{CASES} different events to as many viewers", await different())
        await compare("one event to one group", await one_group())


if __name__ == "__main__":
    asyncio.run(main())
