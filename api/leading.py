"""Loops of which one process of all is enough: whoever holds the job's lease runs it, the others stand by."""

import asyncio
from contextlib import suppress
from datetime import timedelta
from uuid import uuid4

from api.loops import Loop
from models.kernel.leases import give_up_lease, take_lease
from models.kernel.viewer import SYSTEM_VIEWER

LEASE_SECONDS = 10.0
RENEW_SECONDS = 3.0
HOLDER = uuid4().hex
"""This process."""


def alone(job: str, loop: Loop) -> Loop:
    """The loop, run while this process holds the lease; given up when the service stops or the loop fails."""

    async def led() -> None:
        while True:
            if await _take(job):
                try:
                    await _while_held(job, loop)
                finally:
                    await give_up_lease(SYSTEM_VIEWER, job=job, holder=HOLDER)
            await asyncio.sleep(RENEW_SECONDS)

    return led


async def _while_held(job: str, loop: Loop) -> None:
    working = asyncio.ensure_future(loop())
    try:
        while not working.done():
            await asyncio.wait({working}, timeout=RENEW_SECONDS)
            if working.done() or not await _take(job):
                break
        if working.done():
            working.result()
    finally:
        working.cancel()
        with suppress(asyncio.CancelledError, Exception):
            await working


async def _take(job: str) -> bool:
    lasting = timedelta(seconds=LEASE_SECONDS)
    return (await take_lease(SYSTEM_VIEWER, job=job, holder=HOLDER, lasting=lasting)).value
