import type { AttachmentKind, DeliveryMethod, EmployerNature, Grade, IdentityKind, Profession, RegistrationKind, Sex, StageKind, TermKind } from "../gql/enums";

export const professions: Record<Profession, string> = {
  FIRE_ENGINEER: "注册消防工程师",
  SAFETY_ENGINEER: "注册安全工程师",
  SUPERVISION_ENGINEER: "注册监理工程师",
};

const grades: Record<Grade, string> = { FIRST: "一级", SECOND: "二级", INTERMEDIATE: "中级" };

export function professionTitle(profession: Profession, grade: Grade | null | undefined): string {
  return (grade ? grades[grade] : "") + professions[profession];
}

export const registrationKinds: Record<RegistrationKind, string> = {
  INITIAL: "初始注册",
  LATE_INITIAL: "逾期初始注册",
  RENEWAL: "延续注册",
  CHANGE: "变更注册",
  RE_REGISTRATION: "重新注册",
  REISSUE: "补办注册证、印章",
  DEREGISTRATION: "注销注册",
  FORCED_DEREGISTRATION: "强制注销",
};

export const stageKinds: Record<StageKind, string> = {
  EMPLOYER: "单位上报",
  PRE_EXAMINATION: "预审",
  ACCEPTANCE: "受理",
  FIRST_EXAMINATION: "初审",
  EXAMINATION: "审查",
  FINAL_EXAMINATION: "复审",
  DECISION: "作出决定",
  ANNOUNCEMENT: "公告",
  CERTIFICATE_MAKING: "制证与领取",
  DELIVERY: "发放",
};

export const deliveryMethods: Record<DeliveryMethod, string> = {
  COURIER_COLLECT: "快递寄送，运费到付",
  PICK_UP: "到发证机构自取",
  ELECTRONIC: "只要电子证书",
};

export const attachmentKinds: Record<AttachmentKind, string> = {
  APPLICATION_FORM: "注册申请表",
  CONTRACT: "劳动合同",
  HOLDING_IDENTITY: "手持身份证照片",
  IDENTITY: "身份证（正反面）",
  QUALIFICATION: "资格证书",
  HOURS_PROOF: "继续教育证明",
  PERFORMANCE_STATEMENT: "执业业绩说明",
  PRACTICE_RECORD: "执业记录",
  NAME_CHANGE_PROOF: "姓名变更证明",
  ADDITIONAL_EXAMINATION: "增项考试合格证明",
  LEAVING_PROOF: "离职证明",
  INSTITUTION_CERTIFICATE: "事业单位法人证书",
  RETIREMENT_CERTIFICATE: "退休证",
  OLD_CERTIFICATE: "原注册证",
  REASON_PROOF: "原因证明",
  OTHER: "其他材料",
};

export const identityKinds: Record<IdentityKind, string> = {
  RESIDENT: "居民身份证",
  RESIDENT_OLD: "居民身份证（15 位）",
  HONG_KONG_MACAO: "港澳居民来往内地通行证",
  TAIWAN: "台湾居民来往大陆通行证",
  PASSPORT: "护照",
  OFFICER: "军官证",
};

export const sexes: Record<Sex, string> = { MALE: "男", FEMALE: "女" };

export const employerNatures: Record<EmployerNature, string> = {
  ENTERPRISE: "企业",
  PROFESSIONAL_SERVICE: "专业技术服务机构",
  INSTITUTION: "事业单位",
  INSTITUTION_CLOSED: "事业单位（已停止对外服务）",
  ADMINISTRATIVE: "行政机关",
};

export const termKinds: Record<TermKind, string> = { FIXED: "有固定期限", OPEN_ENDED: "无固定期限" };
