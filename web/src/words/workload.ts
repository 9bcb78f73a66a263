export const workloadWords = {
  title: "工作量",
  lead: "负责人看全机构的；其他人看自己的和待领取的。办结的是近 30 天。",
  none: "还没有待办",
  noneReason: "有申请进入审查后，这里按环节和人员统计。",
  table: "各环节各人员的工作量",
  free: "待领取",
  columns: { stage: "环节", who: "人员", open: "在办", overdue: "其中超期", done: "近30天办结" },
};
