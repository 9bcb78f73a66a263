import type { ChangeItem, CredentialKind, ReissueReason } from "../gql/enums";

export const changeItems: Record<ChangeItem, string> = {
  EMPLOYER: "变更聘用单位",
  EMPLOYER_NAME: "变更聘用单位名称",
  SPECIALTY: "变更注册专业",
  PERSONAL: "变更个人信息",
};

export const credentialKinds: Record<CredentialKind, string> = { CERTIFICATE: "注册证", SEAL: "执业印章", LABEL: "注册证标签" };

export const reissueReasons: Record<ReissueReason, string> = { LOST: "遗失", SOILED: "污损" };

export const kindWords = {
  original: "所依据的注册证",
  changes: "变更项",
  changesChoice: "要变更什么",
  changesHint: "可以一次变更几项。下面几页已按原注册内容填好，只改勾选的内容。",
  reissue: "补办信息",
  reissueOf: "补办对象",
  reissueReason: "补办原因",
  circumstances: "情况说明",
  circumstancesHint: "例如：何时何地遗失，或怎样污损。",
  deregistration: "注销注册",
  deregistrationMeans: "准予注销后，注册证和执业印章即行作废，聘用关系在系统中结束。以后执业须重新注册。",
  forced: "申请强制注销",
  forcedMeans: "用于聘用关系已经解除、本人没有办理变更或注销的人员。提交后本人会收到通知；受理前可以撤回。",
  reason: "申请原因",
  reasonHint: "最多 500 个字。",
  differences: "变更前后",
  before: "原注册",
  after: "现申请",
  management: "注册管理",
  managementLead: "延续、变更、重新注册，补办证件，注销。",
  chain: "历次注册证",
  replacedBy: (number: string): string => `已换发为 ${number}`,
  forPerson: "为这名人员申请强制注销",
};
