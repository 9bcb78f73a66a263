"""The Chinese words of registration's enumerations, as the official forms have them."""

from models.agencies.tables import EmployerNature
from models.people.kinds import IdentityKind, Sex
from models.registration.kinds import (
    AttachmentKind,
    ChangeItem,
    CredentialKind,
    DeliveryMethod,
    RegistrationKind,
    ReissueReason,
    StageKind,
    TermKind,
)

KIND_WORDS = {
    RegistrationKind.INITIAL: "初始注册",
    RegistrationKind.LATE_INITIAL: "逾期初始注册",
    RegistrationKind.RENEWAL: "延续注册",
    RegistrationKind.CHANGE: "变更注册",
    RegistrationKind.RE_REGISTRATION: "重新注册",
    RegistrationKind.REISSUE: "补办注册证、印章",
    RegistrationKind.DEREGISTRATION: "注销注册",
    RegistrationKind.FORCED_DEREGISTRATION: "强制注销",
}

STAGE_WORDS = {
    StageKind.EMPLOYER: "单位上报",
    StageKind.PRE_EXAMINATION: "预审",
    StageKind.ACCEPTANCE: "受理",
    StageKind.FIRST_EXAMINATION: "初审",
    StageKind.EXAMINATION: "审核",
    StageKind.FINAL_EXAMINATION: "终审",
    StageKind.DECISION: "决定",
    StageKind.ANNOUNCEMENT: "公告",
    StageKind.CERTIFICATE_MAKING: "制证",
    StageKind.DELIVERY: "送达",
}

ATTACHMENT_WORDS = {
    AttachmentKind.APPLICATION_FORM: "注册申请表",
    AttachmentKind.CONTRACT: "劳动合同或聘用文件",
    AttachmentKind.HOLDING_IDENTITY: "手持身份证件照",
    AttachmentKind.IDENTITY: "身份证件",
    AttachmentKind.QUALIFICATION: "资格证书",
    AttachmentKind.HOURS_PROOF: "继续教育证明",
    AttachmentKind.PERFORMANCE_STATEMENT: "履职情况书面陈述",
    AttachmentKind.PRACTICE_RECORD: "执业业绩",
    AttachmentKind.NAME_CHANGE_PROOF: "单位名称变更证明",
    AttachmentKind.ADDITIONAL_EXAMINATION: "增项考试证书",
    AttachmentKind.LEAVING_PROOF: "与原单位解除合同证明",
    AttachmentKind.INSTITUTION_CERTIFICATE: "事业单位法人证书",
    AttachmentKind.RETIREMENT_CERTIFICATE: "退休证",
    AttachmentKind.OLD_CERTIFICATE: "原注册证、印章或标签",
    AttachmentKind.REASON_PROOF: "强制注销的证明",
    AttachmentKind.OTHER: "其他材料",
}

CHANGE_WORDS = {
    ChangeItem.EMPLOYER: "变更聘用单位",
    ChangeItem.EMPLOYER_NAME: "变更聘用单位名称",
    ChangeItem.SPECIALTY: "变更注册专业",
    ChangeItem.PERSONAL: "变更个人信息",
}

CREDENTIAL_WORDS = {
    CredentialKind.CERTIFICATE: "注册证",
    CredentialKind.SEAL: "执业印章",
    CredentialKind.LABEL: "注册证标签",
}

REISSUE_WORDS = {ReissueReason.LOST: "遗失", ReissueReason.SOILED: "污损"}

TERM_WORDS = {TermKind.FIXED: "有固定期限", TermKind.OPEN_ENDED: "无固定期限"}

DELIVERY_WORDS = {
    DeliveryMethod.COURIER_COLLECT: "快递，运费到付",
    DeliveryMethod.PICK_UP: "自取",
    DeliveryMethod.ELECTRONIC: "仅电子证书",
}

SEX_WORDS = {Sex.MALE: "男", Sex.FEMALE: "女"}

IDENTITY_WORDS = {
    IdentityKind.RESIDENT: "居民身份证",
    IdentityKind.RESIDENT_OLD: "一代身份证",
    IdentityKind.HONG_KONG_MACAO: "港澳居民证件",
    IdentityKind.TAIWAN: "台湾居民证件",
    IdentityKind.PASSPORT: "护照",
    IdentityKind.OFFICER: "军官证",
}

NATURE_WORDS = {
    EmployerNature.ENTERPRISE: "企业",
    EmployerNature.PROFESSIONAL_SERVICE: "安全生产专业服务机构",
    EmployerNature.INSTITUTION: "有对外经营业务的事业单位",
    EmployerNature.INSTITUTION_CLOSED: "没有对外经营业务的事业单位",
    EmployerNature.ADMINISTRATIVE: "行政管理机关",
}
