"""The data set: whole, the same each time, and seen by its reviewer through the service's own rules."""

from collections import Counter
from pathlib import Path

import pytest

from bench.data.cases import cases
from bench.data.cast import OWN, Size, hashed, reviewer_token
from bench.data.load import sqlite_copy
from models.kernel.database import close_database, open_database
from models.people.sessions import viewer_of_token
from models.people.tables import Session
from models.registration.kinds import ClaimState, RegistrationState
from models.registration.reads import queue_of, visible_to
from models.registration.tables import Registration, RegistrationStage, WorkItem

SMALL = Size(300)
STAGES_PER_CASE = 5


@pytest.fixture
def loaded(tmp_path: Path) -> str:
    return sqlite_copy(SMALL, tmp_path)


def test_the_same_cases_come_every_time() -> None:
    assert list(cases(SMALL)) == list(cases(SMALL))
    assert Counter(case.state for case in cases(SMALL))[RegistrationState.IN_REVIEW] > 100


async def test_the_loaded_rows_hang_together(loaded: str) -> None:
    submitted = [case for case in cases(SMALL) if case.submitted]
    await open_database(loaded)
    try:
        assert await Registration.all().count() == SMALL.registrations
        assert await RegistrationStage.all().count() == len(submitted) * STAGES_PER_CASE
        for item in await WorkItem.all():
            stage = await RegistrationStage.get(id=item.stage_id)
            assert (stage.registration_id, stage.kind) == (item.registration_id, item.stage_kind)
        await _reviewer_sees_own_cases_only()
    finally:
        await close_database()


async def _reviewer_sees_own_cases_only() -> None:
    viewer = await viewer_of_token(reviewer_token(1))
    assert viewer is not None
    assert await Session.filter(token_hash=hashed(reviewer_token(1))).exists()
    seen = await Registration.filter(visible_to(viewer))
    assert seen
    assert {case.authority_id for case in seen} == {OWN}
    assert {case.profession for case in seen} == {"FIRE_ENGINEER"}
    assert RegistrationState.DRAFT not in {case.state for case in seen}
    assert await WorkItem.filter(queue_of(viewer), state=ClaimState.FREE).count() > 10
