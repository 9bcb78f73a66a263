export const historyWords = {
  functions: "功能目录",
  title: "历史记录",
  lead: "各执业资格历次注册，按注册时间先后。",
  none: "还没有注册记录",
  noneReason: "提交过的申请，包括以前的注册，都会出现在这里。",
  filed: (day: string): string => `${day} 申请`,
  decided: (day: string): string => `${day} 决定`,
  certificate: (number: string): string => `注册证 ${number}`,
  box: "个人公告信息",
  quiet: "现在没有需要您办的事。",
  urgent: "待办",
};
