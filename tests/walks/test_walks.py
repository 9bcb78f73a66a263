"""Walks through every kind of every profession: what is offered succeeds, what is not changes nothing, and after each
move case, journal, work, deadlines, certificates and employments agree."""

import random
from collections import Counter
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from tortoise import Tortoise

from models.authorities.kinds import Profession
from models.kernel.clock import freeze
from models.kernel.errors import Fault, Refused
from models.kernel.viewer import Viewer
from models.kernel.workflow import Move
from models.professions.shelf import SHELF
from models.registration.batches.sweeps import lock_batches, run_batches
from models.registration.batches.tables import Batch, BatchEntry
from models.registration.batches.workflow import BATCH
from models.registration.credentials import Certificate, Seal
from models.registration.deliveries.sweeps import receive_deliveries
from models.registration.deliveries.tables import Delivery
from models.registration.deliveries.workflow import DELIVERY
from models.registration.kinds import ClaimState, RegistrationKind, RegistrationState
from models.registration.revocations.workflow import REVOCATION
from models.registration.steps.claiming import release_work
from models.registration.sweeps import expire_certificates, expire_claims, lapse_drafts, pass_deadlines
from models.registration.tables import Attachment, Registration, RegistrationStage, ReviewRemark, WorkItem
from models.registration.withdrawals import WithdrawalRequest
from models.registration.workflow import CREDENTIAL, ENDED, REGISTRATION, WORK
from tests.conftest import opened_database
from tests.everybody.bodies import bodies
from tests.everybody.handling import Case, handed_in, handled
from tests.everybody.people import engineer
from tests.everybody.ready import BEGIN
from tests.registration_story import recorded
from tests.walks.checking import right
from tests.walks.choosing import DEPENDING, chosen
from tests.walks.life import Life
from tests.walks.making import MAKE
from tests.walks.walk import Cast, Walk

LIVES, WALKS, MOVES = 5, 20, 16
MINUTES = (1, 1, 1, 5, 40, 60 * 20)
TABLES = (Registration, RegistrationStage, WorkItem, Attachment, ReviewRemark, Certificate, Seal, WithdrawalRequest,
          Batch, BatchEntry, Delivery)  # fmt: skip
MOVED = (REGISTRATION, WORK, BATCH, DELIVERY, CREDENTIAL, REVOCATION)
CLOCK = (expire_claims, pass_deadlines, lapse_drafts, expire_certificates, lock_batches, receive_deliveries)


@pytest.mark.parametrize("life", range(LIVES))
@pytest.mark.parametrize("profession", SHELF)
async def test_lives_on_one_machine(sqlite: str, profession: Profession, life: int) -> None:
    walked = await lived(profession, life, WALKS)
    assert sum(walked.values()) == WALKS


@pytest.mark.postgres
@pytest.mark.parametrize("profession", SHELF)
async def test_lives_on_many(tmp_path: Path, profession: Profession) -> None:
    async with opened_database("postgres", tmp_path):
        assert sum((await lived(profession, LIVES, WALKS)).values()) == WALKS


def test_every_move_is_walked() -> None:
    assert set(MAKE) == {move.action for table in MOVED for move in table.moves if is_made(move)}


def is_made(move: Move[Any]) -> bool:
    """Has it a mutation, and is it made of a case that is there?"""
    return not move.action.startswith("~") and move.action != "start_registration"


async def lived(profession: Profession, seed: int, walks: int) -> Counter[RegistrationKind]:
    chance = random.Random(seed)
    with freeze(BEGIN):
        at, far = await bodies(profession), await bodies(profession, elsewhere=True)
        cast = Cast(at, far, await engineer(profession, name="赵听雨"), chance)
    life = Life(cast, BEGIN)
    for _ in range(walks):
        walk = await life.next()
        await through(walk, life)
    return life.walked


async def through(walk: Walk, life: Life) -> None:
    """As far as the moves reach, and from there straight on to the end, if there is a way."""
    for _ in range(MOVES):
        life.moment += timedelta(minutes=walk.chance.choice(MINUTES))
        with freeze(life.moment):
            if walk.chance.random() < 0.1:
                await walk.chance.choice(CLOCK)()
                await walk.look()
            await one_move(walk)
            if walk.row.state in ENDED:
                return
    with freeze(life.moment):
        await hurried(walk)
        await walk.look()
        await right(walk)


async def hurried(walk: Walk) -> None:
    """Whoever holds it lets go; then everybody does what is left to do, as far as that is possible."""
    case = Case(
        walk.cast.at,
        replace(walk.who, clerk=await walk.cast.clerk(walk.row.employer_id)),
        walk.row.id,
        walk.filer,
    )
    with suppress(Refused, Fault, AssertionError):
        if walk.item and walk.item.state is ClaimState.HELD:
            head = walk.cast.at.heads[walk.item.authority_id]
            await release_work(head, id=walk.item.id)
        if walk.row.state is RegistrationState.DRAFT:
            await handed_in(case)
        while await handled(case):
            continue


async def one_move(walk: Walk) -> None:
    viewer, action, offered = await chosen(walk)
    before = [] if offered else await snapshot()
    version, told = walk.row.version, len(await recorded(walk.row))
    try:
        await MAKE[action](walk, viewer)
    except (Refused, Fault) as error:
        assert not offered or action in DEPENDING, f"{action} was offered, but: {error!r}"
        assert not before or await snapshot() == before, f"{action} was refused, but changed something"
        return
    assert offered or action in ELSEWHERE, f"{action} succeeded, but was not offered to {viewer}"
    await run_batches()
    await walk.look()
    assert walk.row.version - version == len(await recorded(walk.row)) - told
    try:
        await right(walk)
    except AssertionError as error:
        raise AssertionError(await explained(walk, action, viewer)) from error


ELSEWHERE = {
    "claim_next_work",
    "propose_revocation",
    "confirm_revocation",
    "reject_revocation",
    "take_back_revocation",
    "lock_batch",
    "cancel_batch",
    "report_batch",
    "announce_batch",
}
"""Moves of another object than the case, its work or its parcel: they may succeed without the case's leave."""


async def snapshot() -> list[Any]:
    """How many rows each table has, and how often they were changed: every change of a row raises its version."""
    asked = [
        f"select count(*) as n, sum(version) as v, max(id) as i from {table._meta.db_table}"
        for table in TABLES
    ]
    journal = "select count(*) as n, 0 as v, max(id) as i from journal"
    return await Tortoise.get_connection("default").execute_query_dict(" union all ".join([*asked, journal]))


async def explained(walk: Walk, action: str, viewer: Viewer) -> str:
    """For a walk that went wrong: what was just done, and how the case stands."""
    lines = [
        f"{action} by {viewer}",
        f"{walk.row.kind} {walk.row.state} v{walk.row.version} {walk.row.global_id}",
    ]
    for one in await RegistrationStage.filter(registration_id=walk.row.id).order_by("place"):
        lines.append(f"  {one.place} {one.kind} {one.state} due {one.due_at} opened {one.opened_at}")
    for item in await WorkItem.filter(registration_id=walk.row.id).order_by("id"):
        lines.append(f"  {item.global_id} {item.stage_kind} {item.state} open {item.open} due {item.due_at}")
    lines += [f"  {one.subject_version} {one.name} {one.summary}" for one in await recorded(walk.row)]
    return "\n".join(lines)
