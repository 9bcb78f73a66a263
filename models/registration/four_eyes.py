"""Four eyes: nobody handles their own case, their own employer's, or two stages of one case."""

from collections.abc import Sequence

from tortoise.expressions import Q

from models.authorities.tables import Authority, Reviewer
from models.kernel.errors import Refused, UnmetRequirement
from models.kernel.rules import Finding
from models.kernel.statements import by_key, picked
from models.registration.kinds import StageState
from models.registration.tables import Registration, RegistrationStage
from models.registration.words import STAGE_WORDS

RULE = "FOUR-EYES"
LAW = "《中华人民共和国行政许可法》审查与决定分离的要求；审核人员回避"


async def require_four_eyes(case: Registration, reviewer_id: int | None) -> None:
    """:raises Refused: this reviewer must stay away from this case."""
    finding = await obstacle(case, reviewer_id)
    if finding:
        raise Refused(UnmetRequirement(message=finding.message, finding=finding))


async def require_stranger(case: Registration, reviewer_id: int | None) -> None:
    """For what is no review: whoever did a stage may, but not on their own case or their employer's.

    :raises Refused: it is.
    """
    reviewer = await Reviewer.get_or_none(id=reviewer_id)
    finding = _kin(case, reviewer) if reviewer else _finding("没有审核人员身份", "审核人员")
    if finding:
        raise Refused(UnmetRequirement(message=finding.message, finding=finding))


async def obstacle(case: Registration, reviewer_id: int | None) -> Finding | None:
    """Why this reviewer must stay away from this case, or None."""
    return (await obstacles([case], reviewer_id))[0]


async def obstacles(cases: Sequence[Registration], reviewer_id: int | None) -> list[Finding | None]:
    """The same for many cases, in their order, with as many statements as for one."""
    reviewer = await by_key(Reviewer, reviewer_id)
    if reviewer is None:
        return [_finding("没有审核人员身份", "审核人员") for _ in cases]
    authority, passed = await by_key(Authority, reviewer.authority_id), dict[int, RegistrationStage]()
    if authority is None or not authority.same_reviewer_may_pass_two_stages:
        own = Q(officer_id=reviewer.id, state=StageState.PASSED)
        keys = [case.id for case in cases]
        stages = await picked(RegistrationStage, own, among=("registration_id", keys), order=("-place",))
        passed = {stage.registration_id: stage for stage in stages}
    return [_kin(case, reviewer) or _second_stage(passed.get(case.id)) for case in cases]


def _kin(case: Registration, reviewer: Reviewer) -> Finding | None:
    if reviewer.person_id is not None and reviewer.person_id == case.applicant_id:
        return _finding("这是您本人的申请，须由他人办理", "不是本人的申请")
    if reviewer.employer_id is not None and reviewer.employer_id == case.employer_id:
        return _finding("聘用单位是您所属的单位，须由他人办理", "不是本单位的申请")
    return None


def _second_stage(passed: RegistrationStage | None) -> Finding | None:
    if passed is None:
        return None
    return _finding(f"您已办理本件的{STAGE_WORDS[passed.kind]}，同一人不能办理两个环节", "一人只办一个环节")


def _finding(message: str, needed: str) -> Finding:
    return Finding(rule=RULE, law=LAW, message=message, needed=needed, advice="请放回，由其他审核人员办理")
