"""Four eyes: nobody handles their own case, their own employer's, or two stages of one case."""

from models.authorities.tables import Authority, Reviewer
from models.kernel.errors import Refused, UnmetRequirement
from models.kernel.rules import Finding
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


async def obstacle(case: Registration, reviewer_id: int | None) -> Finding | None:
    """Why this reviewer must stay away from this case, or None."""
    reviewer = await Reviewer.get_or_none(id=reviewer_id)
    if reviewer is None:
        return _finding("没有审核人员身份", "审核人员")
    if reviewer.person_id is not None and reviewer.person_id == case.applicant_id:
        return _finding("这是您本人的申请，须由他人办理", "不是本人的申请")
    if reviewer.employer_id is not None and reviewer.employer_id == case.employer_id:
        return _finding("聘用单位是您所属的单位，须由他人办理", "不是本单位的申请")
    return await _second_stage(case, reviewer)


async def _second_stage(case: Registration, reviewer: Reviewer) -> Finding | None:
    passed = await RegistrationStage.filter(
        registration_id=case.id, officer_id=reviewer.id, state=StageState.PASSED
    ).first()
    if passed is None:
        return None
    authority = await Authority.get(id=reviewer.authority_id)
    if authority.same_reviewer_may_pass_two_stages:
        return None
    return _finding(f"您已办理本件的{STAGE_WORDS[passed.kind]}，同一人不能办理两个环节", "一人只办一个环节")


def _finding(message: str, needed: str) -> Finding:
    return Finding(rule=RULE, law=LAW, message=message, needed=needed, advice="请放回，由其他审核人员办理")
