import type { CorrectionState } from "../gql/enums";
import type { Family } from "../theme/tokens";

export const correctionStates: Record<CorrectionState, { family: Family; word: string }> = {
  SUBMITTED: { family: "progress", word: "待确认" },
  CONFIRMED: { family: "progress", word: "已确认" },
  APPLIED: { family: "granted", word: "已更正" },
  REFUSED: { family: "refused", word: "未通过" },
  WITHDRAWN: { family: "ended", word: "已撤回" },
};

export const correctionWords = {
  title: "证件信息更正",
  lead: "登记的姓名、证件号码或出生日期有误的，在这里申请。注册机构核对证件，注册管理中心更改登记信息。",
  none: "没有更正申请",
  ask: "申请更正",
  askLead: "只填写有误的项目，其余留空。",
  name: "正确的姓名",
  kind: "证件类型",
  number: "正确的证件号码",
  birth: "正确的出生日期",
  proofs: "证明材料",
  proofHint: "身份证、户口簿或公安机关证明的照片或 PDF，1 至 5 份。",
  chooseProof: "选择文件",
  removeProof: (name: string): string => `去掉 ${name}`,
  noProof: "还没有选择证明材料。",
  nothing: "还没有填写要更正的内容。",
  send: "提交更正申请",
  sending: "正在提交…",
  sent: "已提交，注册机构核对后会通知您。",
  withdraw: "撤回",
  withdrawing: "正在撤回…",
  before: "登记的",
  after: "应为",
  at: (authority: string): string => `由${authority}办理`,
  reason: "不通过的原因",
  fields: { name: "姓名", identityNumber: "证件号码", birthDate: "出生日期" } as Record<string, string>,
};

export const correctionDeskWords = {
  title: "证件信息更正",
  lead: "核对证明材料与要更正的内容。确认与更改由不同的人办理。",
  none: "没有等待办理的更正申请",
  noneReason: "有人申请更正时会出现在这里。",
  confirm: "确认更正",
  apply: "更改登记信息",
  refuse: "不通过",
  refuseTitle: "更正不通过",
  reason: "原因",
  reasonHint: "申请人会看到。",
  reasonEmpty: "还没有写原因。",
  working: "正在提交…",
  done: "已办理。",
  proof: (at: number): string => `证明 ${at}`,
};
