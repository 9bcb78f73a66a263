"""What if: the same rules about another kind, day, employer or specialty."""

from datetime import date
from typing import Annotated

import strawberry

from models.agencies.tables import Employer
from models.authorities.kinds import Profession
from models.kernel.ids import key_of
from models.people.tables import Person
from models.registration.kinds import ChangeItem, RegistrationKind, StageKind
from models.registration.preview import Supposed, preview
from models.registration.tables import Registration
from schema.common.context import Info, viewer_of
from schema.common.findings import Finding
from schema.inputs import optional
from schema.plans.binding import present
from schema.plans.declare import column
from schema.registration.parts import AttachmentDemand, AuthorityAdvice


@strawberry.input(description="如果……：没有填的，以申请或本人的资料为准")
class PreviewInput:
    profession: Profession = strawberry.field(description="执业资格")
    kind: RegistrationKind = strawberry.field(description="注册种类")
    registration_id: strawberry.ID | None = optional("以这件申请的内容为准；不填则以本人的资料为准")
    person_id: strawberry.ID | None = optional("本单位的哪名在册人员，仅单位填写")
    employer_id: strawberry.ID | None = optional("换成这个单位")
    specialty_ids: list[strawberry.ID] | None = optional("换成这些专业")
    changes: list[ChangeItem] | None = optional("变更项")
    on: date | None = optional("在这一天申请，默认今天")


@strawberry.type(description="预计的一个环节，按每个环节用满期限推算")
class PlannedStage:
    """Carries a `models.registration.timetable.PlannedStage`."""

    stage: StageKind = column(description="环节")
    workdays: int | None = column(description="期限，工作日")
    batch_on: date | None = column(description="随哪天的批次办理")
    due_on: date | None = column(description="最迟哪天办结")
    decides: bool = column(description="是否作出决定")


@strawberry.type(description="如果……会怎样；什么也不改变")
class RegistrationPreview:
    """Carries a `models.registration.preview.Preview`."""

    kind: RegistrationKind = column(description="实际会是哪种注册")
    on: date = column(description="按哪一天核对")
    edition: str = column(description="规则版本")
    findings: list[Finding] = column(description="结论")
    demands: list[AttachmentDemand] = column(description="应交附件")
    authority_advice: AuthorityAdvice | None = column("advice", description="应选哪个机构，为什么")
    route: list[PlannedStage] = column(description="流程与预计日期")
    window_opens_on: date | None = column(description="何时可申请；空为没有限制")
    window_closes_on: date | None = column(description="何时截止；空为没有限制")
    due_on: date | None = column(description="首个有期限的环节最迟哪天办结")
    expected_decision_on: date | None = column(description="预计最迟决定日期")
    next_batch_on: date | None = column(description="下一批次日期")


@strawberry.type
class PreviewQuery:
    """For the person, the employer of the person, or a reviewer of the case."""

    @strawberry.field(description="如果……：换一种注册、日期、单位或专业，会缺什么、何时能办；什么也不改变")
    async def preview_registration(
        self, info: Info, input: Annotated[PreviewInput, strawberry.argument(description="条件")]
    ) -> RegistrationPreview:
        return present(RegistrationPreview, await preview(viewer_of(info), _supposed(input)))


def _supposed(given: PreviewInput) -> Supposed:
    return Supposed(
        profession=given.profession,
        kind=given.kind,
        case_id=_key(Registration.prefix, given.registration_id),
        person_id=_key(Person.prefix, given.person_id),
        employer_id=_key(Employer.prefix, given.employer_id),
        specialties=given.specialty_ids or None,
        changes=given.changes or None,
        on=given.on or None,
    )


def _key(prefix: str, id: strawberry.ID | None) -> int | None:
    return key_of(prefix, id) if id else None
