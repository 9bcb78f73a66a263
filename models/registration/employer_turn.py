"""Is it the employer's turn with a case, and can the employer still take its report-up back?"""

from collections.abc import Sequence
from itertools import pairwise

from models.registration.kinds import StageKind, StageState
from models.registration.tables import Registration, RegistrationStage, WorkItem

NOT_HERE = "这件申请现在不在单位上报环节"
VOUCHED = "单位已上报这件申请，补正时不能更换聘用单位；要更换，请撤回后重新申请"
TAKEN = "审核人员已领取，或者还没有上报，不能取回"
OPEN = (StageState.OPEN, StageState.BATCHED)


async def with_employer(case: Registration) -> RegistrationStage | None:
    """The employer's stage, while it is open."""
    return await RegistrationStage.filter(
        registration_id=case.id, kind=StageKind.EMPLOYER, state=StageState.OPEN
    ).first()


async def vouched_for(case: Registration) -> bool:
    """Has an employer reported the case up, so that it stands for what is said of the employment?"""
    passed = RegistrationStage.filter(
        registration_id=case.id, kind=StageKind.EMPLOYER, state=StageState.PASSED
    )
    return await passed.exists()


async def to_be_taken_back(case: Registration) -> tuple[RegistrationStage, RegistrationStage] | None:
    """The employer's passed stage and the open one right after it, which nobody has ever claimed; else None."""
    stages = await RegistrationStage.filter(registration_id=case.id).order_by("place")
    claimed = await WorkItem.filter(registration_id=case.id, fence__gt=0).exists()
    return None if claimed else reported(stages)


def reported(
    stages: Sequence[RegistrationStage],
) -> tuple[RegistrationStage, RegistrationStage] | None:
    """The employer's passed stage and the open one right after it. Stages in the order of the route."""
    for passed, following in pairwise(stages):
        if (
            passed.kind is StageKind.EMPLOYER
            and passed.state is StageState.PASSED
            and following.state in OPEN
        ):
            return passed, following
    return None
