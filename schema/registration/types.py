"""Registrations and what belongs to them: stages, remarks, attachments, work."""

from collections.abc import Sequence
from datetime import date, datetime
from functools import partial
from typing import TYPE_CHECKING, Annotated

import strawberry
from tortoise.expressions import Q

from models.agencies.tables import EmployerNature
from models.authorities.kinds import Grade, Profession, ReviewerRole
from models.kernel.viewer import Viewer
from models.people.kinds import IdentityKind, Sex
from models.registration import reads, shown, shown_parts
from models.registration.actions import options_of
from models.registration.batches.ahead import case_batches, stage_batches
from models.registration.differences import case_differences
from models.registration.kinds import (
    AttachmentKind,
    ChangeItem,
    ClaimState,
    CredentialKind,
    FormSection,
    RegistrationKind,
    RegistrationState,
    ReissueReason,
    StageKind,
    StageState,
    TermKind,
    WithdrawalState,
)
from models.registration.made import PaperKind, newest_papers
from models.registration.tables import Attachment as AttachmentRow
from models.registration.tables import Registration as RegistrationRow
from models.registration.tables import RegistrationStage as StageRow
from models.registration.tables import ReviewRemark as RemarkRow
from models.registration.tables import WorkItem as WorkItemRow
from models.registration.withdrawals import WithdrawalRequest as WithdrawalRow
from schema.common.findings import AvailableAction, Difference, Finding, Sensitive, actions
from schema.common.interfaces import Node, Reviewable
from schema.files import File
from schema.plans.binding import SeenWith, rows
from schema.plans.declare import column, computed, first_of, found, global_id, listed, loaded, one, part
from schema.registration import assessed
from schema.registration.form_parts import DeliveryChoice, HoursSummary, WorkExperience
from schema.registration.parts import AttachmentDemand, AuthorityAdvice, Deadline, Presence
from schema.registration.presence import case_viewers, work_viewers
from schema.specialties import Specialty

if TYPE_CHECKING:
    from schema.agencies.types import Employer
    from schema.authorities import Authority, Reviewer
    from schema.batches.types import BatchEntry, UpcomingBatch
    from schema.deliveries.types import Delivery
    from schema.people import Person, Qualification
    from schema.registration.certificates import Certificate


async def case_actions(viewer: Viewer, rows: Sequence[RegistrationRow]) -> list[list[AvailableAction]]:
    return [
        [shown for one in options for shown in actions([one.available], one.findings)]
        for options in await options_of(rows, viewer)
    ]


def _registration() -> type:
    return Registration


@rows(
    AttachmentRow,
    visible=SeenWith("registration", reads.visible_to),
    prefix=AttachmentRow.prefix,
    description="一份附件",
)
class Attachment(Node):
    kind: AttachmentKind = column(description="种类")
    file: File = one(inherits=True, description="文件")
    remarks: list["ReviewRemark"] = listed("attachment_id", description="意见")


@rows(
    RemarkRow,
    visible=SeenWith("registration", reads.visible_to),
    prefix=RemarkRow.prefix,
    description="一条意见，落在字段或附件上",
)
class ReviewRemark:
    id: strawberry.ID = global_id()
    stage: StageKind = column("stage_kind", description="环节")
    path: list[str] | None = column(description="字段")
    attachment: Attachment | None = one(description="附件")
    page: int | None = column(description="附件第几页")
    box: list[float] | None = column(description="页上位置：左、上、宽、高，0 到 1")
    rule: str | None = column(description="规则编号")
    text: str = column(description="意见")
    answered: bool = column(description="是否已补正")


@rows(
    StageRow,
    visible=SeenWith("registration", reads.visible_to),
    prefix=StageRow.prefix,
    description="流程的一个环节",
)
class RegistrationStage(Node):
    kind: StageKind = column(description="环节")
    state: StageState = column(description="状态")
    authority: Annotated["Authority", strawberry.lazy("schema.authorities")] | None = one(
        description="由哪个机构办"
    )
    opened_at: datetime | None = column(description="开始时间")
    closed_at: datetime | None = column(description="结束时间")
    deadline: Deadline | None = computed(shown.stage_deadline, description="期限")
    batch_entry: Annotated["BatchEntry", strawberry.lazy("schema.batches.types")] | None = first_of(
        "stage", order="-id", description="所在批次"
    )
    next_batch: Annotated["UpcomingBatch", strawberry.lazy("schema.batches.types")] | None = loaded(
        stage_batches,
        needs=("id", "registration_id", "kind", "state", "authority_id"),
        description="所在的批次，或将赶上的下一批次",
    )
    opinion: str | None = column(description="意见")
    officer: Annotated["Reviewer", strawberry.lazy("schema.authorities")] | None = one(description="经办人")


@rows(
    WithdrawalRow,
    visible=SeenWith("registration", reads.visible_to),
    prefix=WithdrawalRow.prefix,
    description="撤回申请：审核人员领取后，由其答复",
)
class WithdrawalRequest(Node):
    state: WithdrawalState = column(description="状态")
    reason: str = column(description="理由")
    answer: str | None = column(description="答复")


@strawberry.type(description="基本信息")
class BasicInformation:
    """Part of a registration."""

    name: Sensitive = computed(shown.shown_name, description="姓名")
    sex: Sex | None = column(description="性别")
    birth_date: date | None = column(description="出生日期")
    identity_kind: IdentityKind | None = column(description="证件类型")
    identity_number: Sensitive | None = computed(shown.shown_identity, description="证件号码")
    mobile: Sensitive | None = computed(shown.shown_mobile, description="联系电话")
    email: Sensitive | None = computed(shown.shown_email, description="邮箱")
    education: str | None = column(description="学历专业")
    address: Sensitive | None = computed(shown.shown_address, description="通讯地址")
    capable: bool | None = column(description="声明具有完全民事行为能力")
    photo: File | None = one(description="近期免冠照片")
    qualification: Annotated["Qualification", strawberry.lazy("schema.people")] | None = one(
        description="资格证书"
    )


@strawberry.type(description="聘用单位信息")
class EmploymentInformation:
    """Part of a registration."""

    employer: Annotated["Employer", strawberry.lazy("schema.agencies.types")] | None = one(description="单位")
    name: str | None = column("employer_name", description="单位名称")
    credit_code: str | None = column("employer_code", description="统一社会信用代码")
    nature: EmployerNature | None = column("employer_nature", description="单位属性")
    address: str | None = column("employer_address", description="通讯地址")
    postcode: str | None = column("employer_postcode", description="邮政编码")
    phone: str | None = column("employer_phone", description="联系电话")
    fax: str | None = column("employer_fax", description="传真")
    department: str | None = column(description="所在部门")
    post: str | None = column(description="岗位")
    term: TermKind | None = column(description="聘用期限")
    term_from: date | None = column(description="起")
    term_until: date | None = column(description="止")
    retired: bool | None = column(description="是否退休返聘")


@rows(
    WorkItemRow,
    visible=reads.work_visible_to,
    prefix=WorkItemRow.prefix,
    description="一件待办：按岗位、机构、区域派送",
)
class WorkItem(Node):
    subject: Reviewable = one("registration", inherits=True, gives=_registration, description="对象")
    stage: StageKind | None = column("stage_kind", description="环节")
    role: ReviewerRole | None = column(description="岗位")
    authority: Annotated["Authority", strawberry.lazy("schema.authorities")] = one(
        inherits=True, description="机构"
    )
    state: ClaimState = column(description="领取状态")
    held_by: Annotated["Reviewer", strawberry.lazy("schema.authorities")] | None = one(description="谁领取")
    held_until: datetime | None = column(description="领取到何时")
    fence: int | None = column(description="领取序号，决定时带上")
    deadline: Deadline | None = computed(shown.stage_deadline, over="stage", description="期限")
    added_at: datetime = column(description="进入待办时间")
    viewers: list[Presence] = computed(work_viewers, description="谁在看")
    findings: list[Finding] = loaded(assessed.work_findings, description="系统核对的结论")


def _standing() -> Q:
    return Q(state__in=(StageState.OPEN, StageState.BATCHED, StageState.PAUSED))


def _not_done() -> Q:
    return ~Q(state=ClaimState.DONE)


@rows(RegistrationRow, visible=reads.visible_to, prefix=RegistrationRow.prefix, description="注册申请")
class Registration(Reviewable):
    title: str = computed(shown.case_title)
    status: str | None = computed(shown.case_status)
    available_actions: list[AvailableAction] = loaded(case_actions)
    work_item: WorkItem | None = first_of("registration", order="-id", only=_not_done)
    number: str | None = column(description="受理回执号，提交后有")
    filed_at: datetime = column(description="注册时间：提交的时间，没有提交的为开始的时间")
    decided_at: datetime | None = column(description="作出决定的时间")
    resubmitted_at: datetime | None = column(description="最近一次补正后提交的时间")
    profession: Profession = column(description="执业资格")
    grade: Grade | None = column(description="级别")
    kind: RegistrationKind = column(description="注册种类")
    state: RegistrationState = column(description="状态")
    edition: str = column(description="规则版本；提交时固定")
    applicant: Annotated["Person", strawberry.lazy("schema.people")] = one(
        inherits=True, description="申请人"
    )
    filed_by_employer: bool = computed(shown.filed_by_employer, description="是否由单位提出（强制注销）")
    employer: Annotated["Employer", strawberry.lazy("schema.agencies.types")] | None = one(
        description="聘用单位"
    )
    authority: Annotated["Authority", strawberry.lazy("schema.authorities")] | None = one(
        description="选择的机构"
    )
    authority_advice: AuthorityAdvice = loaded(assessed.case_advice, description="应选哪个机构，为什么")
    stages: list[RegistrationStage] = listed("registration", order="place", description="流程各环节")
    stage: RegistrationStage | None = first_of(
        "registration", order="place", only=_standing, description="当前环节"
    )
    deadline: Deadline | None = loaded(shown.case_deadlines, needs=("id",), description="当前期限")
    next_batch: Annotated["UpcomingBatch", strawberry.lazy("schema.batches.types")] | None = loaded(
        case_batches,
        needs=("id", "profession", "kind", "edition", "submitted_at"),
        description="所在的批次，或下一批次；不按批次办理的为空",
    )
    pledge_accepted: bool = computed(shown.pledge_accepted, description="是否已勾选承诺书")
    basic: BasicInformation = part(description="基本信息")
    employment: EmploymentInformation = part(description="聘用单位信息")
    changes: list[ChangeItem] = column(description="变更项")
    reissue_of: list[CredentialKind] = column(description="补办对象")
    reissue_reason: ReissueReason | None = column(description="补办原因")
    reason: str | None = column(description="申请原因（补办、注销、强制注销）")
    original: Annotated["Certificate", strawberry.lazy("schema.registration.certificates")] | None = one(
        description="所依据的原注册证"
    )
    differences: list[Difference] = loaded(case_differences, description="与原注册不同之处")
    sections: list[FormSection] = computed(shown_parts.case_sections, description="填写步骤，按顺序")
    specialties: list[Specialty] = computed(shown_parts.specialties_shown, description="注册专业类别")
    experience: list[WorkExperience] = listed("registration", order="since", description="工作经历")
    hours: HoursSummary = loaded(assessed.case_hours, description="继续教育合计与明细")
    delivery_choice: DeliveryChoice = part(description="填写的领取方式")
    attachments: list[Attachment] = listed("registration", description="附件")
    demands: list[AttachmentDemand] = loaded(assessed.case_demands, description="应交附件及要求")
    findings: list[Finding] = loaded(assessed.case_findings, description="现在的核对结论")
    remarks: list[ReviewRemark] = listed("registration", description="补正意见")
    withdrawal_request: WithdrawalRequest | None = first_of(
        "registration", order="-id", description="最近一次撤回申请"
    )
    viewers: list[Presence] = computed(case_viewers, description="谁在看、谁在编辑")
    preview_digest: str = loaded(shown.case_digests, description="预览内容摘要，提交时确认")
    application_form: File | None = found(
        partial(newest_papers, PaperKind.APPLICATION_FORM), description="申请表 PDF，可预览打印"
    )
    receipt: File | None = found(partial(newest_papers, PaperKind.RECEIPT), description="受理凭证 PDF")
    decision_letter: File | None = found(
        partial(newest_papers, PaperKind.DECISION_LETTER), description="决定或退回通知书 PDF"
    )
    delivery: Annotated["Delivery", strawberry.lazy("schema.deliveries.types")] | None = first_of(
        "registration", description="领取方式与寄送；制证后有"
    )
    certificate: Annotated["Certificate", strawberry.lazy("schema.registration.certificates")] | None = (
        first_of("registration", description="由此取得的注册证")
    )
