import type { DeliveryMethod, DeliveryState } from "../gql/enums";
import type { StateWord } from "./states";

export const deliveryStates: Record<DeliveryState, StateWord> = {
  PENDING: { family: "progress", word: "待寄出" },
  SENT: { family: "granted", word: "已寄出" },
  RECEIVED: { family: "granted", word: "已签收" },
  CAME_BACK: { family: "action", word: "已退件" },
};

export const deliveryMethods: Record<DeliveryMethod, string> = {
  COURIER_COLLECT: "快递，运费到付",
  PICK_UP: "自取",
  ELECTRONIC: "仅电子证书",
};

export const deliveryWords = {
  title: "证书寄送",
  deskTitle: "证书寄送",
  deskLead: "制好的证书在这里寄出或当面交付；退回的核对地址后重寄。",
  tabs: "寄送状态",
  all: "全部",
  none: "没有要寄的证书",
  noneReason: "证书制好后，需要寄送或自取的会列在这里。",
  method: "领取方式",
  receiver: "收件人",
  phone: "联系电话",
  phoneHint: "最好填手机号码，以免证书丢失。",
  address: "地址",
  number: "注册证号",
  courier: "快递公司",
  courierNumber: "快递单号",
  sentAt: (at: string): string => `${at}寄出`,
  receivedAt: (at: string): string => `${at}签收`,
  back: (reason: string): string => `已退件：${reason}`,
  pickUpBody: "请持身份证件到机构领取。",
  change: "修改收件信息",
  changeBody: "寄出以前可以修改；已退件的，修改后重新寄出。",
  save: "保存",
  confirm: "确认签收",
  send: "寄出",
  handOver: "当面交付",
  sendTitle: "寄出证书",
  reportBack: "登记退件",
  reportBackBody: "写明退件的原因，持证人会收到通知并核对地址。",
  reason: "退件原因",
  working: "正在办理…",
  keep: "暂不办理",
  empty: "请填写这一项",
  failed: "没有办成，请稍后再试",
};
