"""The sealer: one more reader of the journal. It hashes entries in cursor order into a chain of blocks."""

from dataclasses import dataclass
from hashlib import sha256

import orjson
from tortoise.exceptions import IntegrityError

from models.kernel import journal
from models.kernel.journal import START, Entry, Position
from models.kernel.tables import SealedBlock
from models.kernel.unit import Unit, unit_of_work
from models.kernel.viewer import SYSTEM_VIEWER

BLOCK_ENTRIES = 1000
GENESIS = "0" * 64


@dataclass(frozen=True)
class Verdict:
    """What verifying the chain found. `broken_at` is the height of the first block that does not hold."""

    blocks: int
    entries: int
    broken_at: int | None = None


async def seal() -> int:
    """Seal every settled entry that is not sealed yet; gives the number of new blocks."""
    blocks = 0
    try:
        while (await _seal_next(SYSTEM_VIEWER)).value:
            blocks += 1
    except IntegrityError:
        # Another process sealed the same block first; it goes on from there, and so do we next time.
        return blocks
    return blocks


async def verify() -> Verdict:
    """Recompute the chain from the journal itself: a missing, added or edited entry breaks it."""
    position, previous, entries = START, GENESIS, 0
    blocks = await SealedBlock.all().order_by("height")
    for block in blocks:
        run = await journal.read_after(position, block.entries)
        last = Position(block.last_tx, block.last_id)
        if len(run) != block.entries or run[-1].position != last or _hash(previous, run) != block.hash:
            return Verdict(len(blocks), entries, broken_at=block.height)
        position, previous, entries = last, block.hash, entries + len(run)
    return Verdict(len(blocks), entries)


@unit_of_work
async def _seal_next(unit: Unit) -> bool:
    latest = await SealedBlock.all().order_by("-height").first()
    position = Position(latest.last_tx, latest.last_id) if latest else START
    run = await journal.read_after(position, BLOCK_ENTRIES)
    if not run:
        return False
    await SealedBlock.create(
        height=latest.height + 1 if latest else 1,
        last_tx=run[-1].position.tx,
        last_id=run[-1].position.id,
        entries=len(run),
        hash=_hash(latest.hash if latest else GENESIS, run),
        sealed_at=unit.now,
    )
    return True


def _hash(previous: str, run: list[Entry]) -> str:
    digest = sha256(previous.encode())
    for entry in run:
        digest.update(orjson.dumps(entry, default=str, option=orjson.OPT_SORT_KEYS))
    return digest.hexdigest()
