"""Handing in: what was confirmed is what is submitted; everything unmet is said at once."""

from datetime import UTC, datetime

import pytest

from models.kernel.clock import freeze
from models.kernel.errors import ErrorCode, Refused, UnmetRequirement
from models.registration.digest import preview_digest
from models.registration.kinds import RegistrationState, StageKind, StageState
from models.registration.steps.filing import submit_registration
from models.registration.tables import RegistrationStage
from tests.factories import ROUTE, case, draft, engineer
from tests.registration_story import recorded

MONDAY = datetime(2026, 3, 2, 2, 0, tzinfo=UTC)


@pytest.mark.requirement("S0-10", "D-2")
async def test_a_submitted_case_has_its_route_number_and_first_deadline(database: str) -> None:
    with freeze(MONDAY):
        story = await case()
    row = story.case
    assert (row.state, row.number, row.edition) == (
        RegistrationState.IN_REVIEW,
        "苏消注 2026-000001",
        "FIRE-2017-1",
    )
    stages = await RegistrationStage.filter(registration_id=row.id).order_by("place")
    assert tuple(stage.kind for stage in stages) == ROUTE
    assert [stage.state for stage in stages] == [StageState.OPEN] + [StageState.WAITING] * 4
    assert stages[0].due_at == datetime(2026, 3, 5, 15, 59, 59, tzinfo=UTC)
    item = await story.item()
    assert (item.stage_kind, item.role, item.state) == (StageKind.PRE_EXAMINATION, "PRE_EXAMINER", "FREE")
    submitted = (await recorded(row))[-1]
    assert submitted.name == "REGISTRATION_SUBMITTED"
    assert submitted.summary == "初始注册申请已提交，受理回执号苏消注 2026-000001，进入预审"


async def test_everything_unmet_is_said_at_once(sqlite: str) -> None:
    filer = await engineer()
    row = await draft(filer)
    with pytest.raises(Refused) as refused:
        await submit_registration(filer, id=row.id, version=row.version, digest=await preview_digest(row))
    rules = {error.finding.rule for error in refused.value.errors if isinstance(error, UnmetRequirement)}
    assert rules == {"REG-PLEDGE", "REG-FORM", "REG-DOCS", "REG-EMPLOYER", "REG-AUTH"}
    assert {error.code for error in refused.value.errors} == {ErrorCode.UNMET_REQUIREMENT}
