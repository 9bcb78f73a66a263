import { plainDate } from "./format";

export const whatIfWords = {
  title: "如果……",
  lead: "换一个日期、单位或专业试一试：会缺什么、何时能办。只是看看，什么也不改变。",
  open: "试一试",
  matter: "要办的事项",
  on: "申请日期",
  onHint: "不填则按今天",
  employer: "聘用单位",
  chosen: (name: string): string => `换成：${name}`,
  drop: "不换单位",
  specialties: "专业类别",
  changes: "变更项",
  byDraft: "按您的草稿核对。",
  byRecord: "还没有草稿，按您的登记资料核对。",
  now: "现在",
  then: "如果……",
  lacking: (count: number): string => (count === 0 ? "条件全部满足" : `还差 ${count} 项`),
  sameKind: (kind: string): string => `将按${kind}办理`,
  window: "可申请的时间",
  between: (opens: string | null | undefined, closes: string | null | undefined): string =>
    opens && closes ? `${plainDate(opens)} 至 ${plainDate(closes)}` : opens ? `${plainDate(opens)} 起` : closes ? `至 ${plainDate(closes)}` : "没有限制",
  first: "首个环节最迟",
  decision: "最迟作出决定",
  decisionNote: "每个环节都用满期限，并且没有退回补正。",
  batch: "下一批次",
  authority: "应选机构",
  groups: { "REG-FORM": "填写内容", "REG-DOCS": "材料" } as Record<string, string>,
  others: "其他要求",
  demands: "应交附件",
  attached: "已上传",
  required: "必交",
  wanted: "视情况提交",
  none: "没有",
};

export const nextBatchWords = {
  entered: (number: string, day: string): string => `已列入批次${number}，${day}办理`,
  next: (day: string): string => `下一批次 ${day}`,
  postponed: (from: string, why: string): string => `（原定${from}，${why}顺延）`,
};
