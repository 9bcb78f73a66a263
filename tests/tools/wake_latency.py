"""From a change at one process to its `next` frame at another: `python -m tests.tools.wake_latency` prints ms.

Needs Redis on its local port; PostgreSQL it starts itself. One change at a time, at uneven distances; the clock starts with the
step's unit of work (the entry's own time), so that the transaction itself is within the figure. `same` is what a
listener at the writing process itself gets: what is above it is the price of the wake-up.
"""

import asyncio
import random
import sys
import tempfile
from datetime import datetime
from pathlib import Path
from statistics import median, quantiles

from models.kernel.clock import now
from tests.clients import RawSocket, raw_socket
from tests.conftest import tables_made
from tests.faults.acting import hands_on
from tests.faults.house import furnished
from tests.faults.processes import serving_whole
from tests.services import cluster

CHANGES, WARM_UP, PAUSE_SECONDS = 200, 20, 0.05
WRITERS_BESIDE = 4
SAME = "same"
FRAMES = "subscription { registrationChanged { kind event { at } } }"


async def main() -> None:
    kinds = sys.argv[1:] or [SAME, "postgres", "redis"]
    for kind in kinds:
        for beside in (0, WRITERS_BESIDE):
            # A server of its own: a transaction of anybody else on it would hold entries back.
            with tempfile.TemporaryDirectory() as folder, cluster() as own:
                async with tables_made(own.url):
                    report(kind, beside, await measured(own.url, Path(folder), kind, beside))


async def measured(url: str, folder: Path, kind: str, beside: int) -> list[float]:
    """Milliseconds of each change, with so many other writers at the first process."""
    house = await furnished(1 + beside, 0)
    followed, *others = house.drafts
    wake = "postgres" if kind == SAME else kind
    with serving_whole(url, folder, 2, WAKE=wake) as (writing, other):
        reading = writing if kind == SAME else other
        async with (
            hands_on([writing], random.Random(1), PAUSE_SECONDS) as hands,
            raw_socket(reading.ws, init=False) as socket,
        ):
            await socket.init({"authorization": f"Bearer {house.seat(followed.filer).token}"})
            await socket.subscribe("1", FRAMES)
            await socket.hear()
            busy = [asyncio.create_task(hands.save(house, story, 100_000)) for story in others]
            saving = asyncio.create_task(hands.save(house, followed, WARM_UP + CHANGES))
            found = [await next_delay(socket) for _ in range(WARM_UP + CHANGES)]
            await saving
            for task in busy:
                task.cancel()
            await asyncio.gather(*busy, return_exceptions=True)
    return found[WARM_UP:]


async def next_delay(socket: RawSocket) -> float:
    """Of the next event; marks are passed over."""
    while True:
        frame = (await socket.hear())["payload"]["data"]["registrationChanged"]
        if frame["event"]:
            return (now() - datetime.fromisoformat(frame["event"]["at"])).total_seconds() * 1000


def report(kind: str, beside: int, delays: list[float]) -> None:
    p99 = quantiles(delays, n=100)[98]
    print(
        f"WAKE={kind:8} other writers {beside}: median {median(delays):6.1f} ms, p99 {p99:6.1f} ms, "
        f"longest {max(delays):6.1f} ms, {len(delays)} changes",
        flush=True,
    )


if __name__ == "__main__":
    asyncio.run(main())
