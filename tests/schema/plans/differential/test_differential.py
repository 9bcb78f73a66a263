"""Random documents over the real schema answer the same by plan and by graphql-core, to the byte."""

import os
from datetime import UTC, datetime
from random import Random

import pytest

from models.kernel.clock import freeze
from models.kernel.journal import head
from models.kernel.tables import JournalRow
from models.kernel.viewer import SYSTEM_VIEWER
from models.kernel.workday_seed import seed_workdays
from tests.schema.plans.differential.both import SCHEMA, Both, Counted, compare
from tests.schema.plans.differential.documents import Drawer, Known
from tests.schema.plans.differential.world import populated
from tests.waiting import until

DOCUMENTS = int(os.environ.get("DIFFERENTIAL_DOCUMENTS", "1000"))
"""Per database."""
SEED = int(os.environ.get("DIFFERENTIAL_SEED", "20261121"))
NOON = datetime(2026, 11, 20, 4, tzinfo=UTC)


@pytest.mark.usefixtures("vault")
async def test_random_documents_answer_the_same_both_ways(database: str) -> None:
    random = Random(f"{SEED} {database.partition(':')[0]}")
    with freeze(NOON):
        await seed_workdays(SYSTEM_VIEWER, first=2025, last=2027)
        viewers, ids, texts = await populated(random)
    with freeze(NOON.replace(day=21)):
        await until(all_settled)
        known, counted = Known(ids, texts), Counted()
        drawer = Drawer(SCHEMA.core, random, known)
        for _ in range(DOCUMENTS):
            drawn = drawer.draw()
            both = Both(drawn.text, counted)
            for variables in drawn.variables:
                viewer = random.choice(viewers)
                known.learn(await compare(both, variables, viewer))
    assert not counted.wrong, f"seed {SEED}: {len(counted.wrong)} of {counted.runs}\n{counted.wrong[0]}"
    assert counted.planned > 0.7 * counted.runs, counted


async def all_settled() -> bool:
    """Every entry can be relied on: the head that connections give does not move between two readings."""
    last = await JournalRow.all().order_by("-tx", "-id").first()
    return last is not None and (await head()).id == last.id
