"""Enumerations of registration in the graph."""

from models.agencies.tables import EmployerNature
from models.professions.rulebook import Withdrawal
from models.registration.kinds import (
    AttachmentKind,
    ChangeItem,
    ClaimState,
    CredentialKind,
    CredentialState,
    DeliveryMethod,
    FormSection,
    RegistrationKind,
    RegistrationState,
    ReissueReason,
    StageKind,
    StageState,
    TermKind,
    WithdrawalState,
)
from models.registration.words import (
    ATTACHMENT_WORDS,
    CHANGE_WORDS,
    CREDENTIAL_WORDS,
    DELIVERY_WORDS,
    KIND_WORDS,
    NATURE_WORDS,
    REISSUE_WORDS,
    STAGE_WORDS,
    TERM_WORDS,
)
from models.registration.workflow import CREDENTIAL, REGISTRATION, STAGE, WITHDRAWAL, WORK
from schema.common.enums import expose


def show() -> None:
    """Give each its words; before a schema is built."""
    expose(RegistrationKind, KIND_WORDS | {RegistrationKind.REISSUE: "补办注册证、印章、标签"})
    expose(RegistrationState, REGISTRATION.words)
    expose(StageKind, STAGE_WORDS)
    expose(StageState, STAGE.words)
    expose(ClaimState, WORK.words)
    expose(WithdrawalState, WITHDRAWAL.words)
    expose(CredentialState, CREDENTIAL.words)
    expose(AttachmentKind, ATTACHMENT_WORDS)
    expose(ChangeItem, CHANGE_WORDS)
    expose(CredentialKind, CREDENTIAL_WORDS)
    expose(ReissueReason, REISSUE_WORDS)
    expose(TermKind, TERM_WORDS)
    expose(EmployerNature, NATURE_WORDS)
    expose(DeliveryMethod, DELIVERY_WORDS)
    expose(
        Withdrawal,
        {Withdrawal.FIRST_CLAIM: "第一位审核人员领取前", Withdrawal.ACCEPTED: "受理前"},
        name="RouteWithdrawal",
    )
    expose(
        FormSection,
        {
            FormSection.PLEDGE: "诚信承诺书",
            FormSection.AUTHORITY: "选择初审机构",
            FormSection.BASIC: "基本信息",
            FormSection.PHOTO: "照片",
            FormSection.SPECIALTY: "注册专业类别",
            FormSection.EMPLOYMENT: "聘用单位信息",
            FormSection.HOURS: "继续教育",
            FormSection.EXPERIENCE: "工作经历",
            FormSection.CHANGES: "变更项",
            FormSection.REISSUE: "补办信息",
            FormSection.DEREGISTRATION: "注销原因",
            FormSection.DELIVERY: "证书领取方式",
            FormSection.PREVIEW: "申请表预览",
            FormSection.ATTACHMENTS: "上传附件",
        },
    )
