"""Sockets that drop while their mutations are under way: nothing is half done, and the service goes on."""

import asyncio
import random
from contextlib import suppress
from pathlib import Path
from signal import SIGTERM

from models.kernel.tables import IdempotentAnswer, JournalRow
from models.registration.tables import Registration
from tests.clients import Closed, Json, raw_socket
from tests.factories import Story
from tests.faults.acting import hands_on
from tests.faults.house import House, furnished
from tests.faults.processes import serving_whole
from tests.journeys.client import new_key

DROPS = {"sqlite": 1500, "postgres": 500}
"""On PostgreSQL each query that is cancelled costs a new connection; so many exhaust a pool that loses one now and then."""
AT_ONCE, AFTERWARDS = 25, 10
SAVE = "mutation ($input: SaveRegistrationInput!) { saveRegistration(input: $input) { cursor } }"
FIELDS: tuple[Json, ...] = (
    {"basic": {"education": "消防工程 {}"}},
    {"basic": {"address": "南京市汉口路 {} 号"}},
    {"employment": {"post": "检测员 {}"}},
)


async def test_1500_sockets_dropped_with_mutations_in_flight(database: str, tmp_path: Path) -> None:
    """Each is cut at another moment of its three mutations; afterwards each change is there whole or not at all."""
    chance = random.Random(1500)
    house = await furnished(AT_ONCE + 1, 0)
    bystander, *dropping = house.drafts
    with serving_whole(database, tmp_path) as servers:
        for round_ in range(DROPS[database.split(":", maxsplit=1)[0]] // AT_ONCE):
            await asyncio.gather(
                *(drop(chance.choice(servers).ws, house, story, round_, chance) for story in dropping)
            )
        async with hands_on(servers, chance) as hands:
            await hands.save(house, bystander, AFTERWARDS)
        assert {server.stop() for server in servers} == {-SIGTERM}  # uvicorn ends as the signal would have
    for story in house.drafts:
        case = await Registration.get(id=story.case.id)
        saved = await JournalRow.filter(subject="reg", subject_id=case.id, name="REGISTRATION_SAVED")
        versions = sorted(row.subject_version for row in saved if row.id not in house.before)
        assert versions == list(range(house.began[case.id] + 1, case.version + 1))
    new = await JournalRow.filter(name="REGISTRATION_SAVED").exclude(id__in=house.before).count()
    assert new == await IdempotentAnswer.all().count() > AT_ONCE


async def drop(url: str, house: House, story: Story, round_: int, chance: random.Random) -> None:
    """Three changes of one draft, each of another field, so that any order of them is right."""
    version = (await story.fresh()).version
    # A server that is busy with those before may hang up on a newcomer; whether it goes on shows in the end.
    with suppress(Closed):
        async with raw_socket(url, init=False) as socket:
            await socket.init({"authorization": f"Bearer {house.seat(story.filer).token}"})
            for nth, field in enumerate(FIELDS):
                (section, values), known = next(iter(field.items())), Json(id=story.case.global_id)
                filled = {name: text.format(round_) for name, text in values.items()}
                known |= {"version": version, "idempotencyKey": new_key(), section: filled}
                await socket.subscribe(str(nth), SAVE, {"input": known})
            await asyncio.sleep(chance.random() * 0.05)
            socket.cut()
