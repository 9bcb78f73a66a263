import type { RegistrationState } from "../gql/enums";
import { registrationStates } from "./states";

export const forcedWords = {
  title: "强制注销",
  lead: "人员离开本单位后不办理注销的，由本单位申请。部级受理之前可以撤回。",
  apply: "申请",
  search: "姓名、受理编号",
  chooseTitle: "选择待强制注销人员",
  chooseBody: "只列出注册在本单位、注册证有效的人员。",
  choosePerson: "姓名或注册证号",
  choose: (name: string): string => `选择${name}`,
  chosen: "选择",
  starting: "正在开始…",
  nobody: "没有符合条件的人员",
  none: "没有强制注销申请",
  noneReason: "点“申请”选择人员，填写注销原因并上传附件后提交。",
  table: "强制注销列表",
  columns: { name: "姓名", number: "注册证号", specialty: "专业", time: "申请时间", status: "状态", act: "操作" },
  open: "查看",
  edit: "继续填写",
  withdraw: "撤回",
  withdrawTitle: "撤回这件强制注销？",
  withdrawBody: "撤回后，这件申请不再办理，人员的注册照常有效。",
  withdrawing: "正在撤回…",
  done: "操作成功",
  toList: "强制注销列表",
  /** What waits for the authority is called so in the employer's list. */
  status: (state: RegistrationState): string => (state === "IN_REVIEW" ? "待审核" : registrationStates[state].word),
};
