import type { BatchEntryState, BatchKind, BatchState } from "../gql/enums";
import type { StateWord } from "./states";

export const batchKinds: Record<BatchKind, string> = { FIRST_EXAMINATION: "初审上报", ANNOUNCEMENT: "公告" };
const deeds: Record<BatchKind, string> = { FIRST_EXAMINATION: "上报", ANNOUNCEMENT: "公告" };

export const batchStates: Record<BatchState, StateWord> = {
  OPEN: { family: "progress", word: "收集中" },
  LOCKED: { family: "action", word: "已截止" },
  RUNNING: { family: "progress", word: "处理中" },
  DONE: { family: "granted", word: "已办理" },
  CANCELLED: { family: "ended", word: "已取消" },
};

export const entryStates: Record<BatchEntryState, StateWord> = {
  WAITING: { family: "progress", word: "待处理" },
  CARRIED_OUT: { family: "granted", word: "已处理" },
  DEFERRED: { family: "ended", word: "已顺延" },
  DROPPED: { family: "ended", word: "已移出" },
};

export const batchWords = {
  title: "批次",
  lead: "每月1日和15日办理一批，遇休息日顺延到下一个工作日。",
  none: "还没有批次",
  noneReason: "申请到了要成批办理的环节，就会列入下一批次。",
  items: (count: number): string => `${count} 件`,
  date: (kind: BatchKind): string => `${deeds[kind]}日期`,
  postponed: (day: string, why: string): string => `原定${day}，${why}顺延`,
  lockAt: "截止",
  authority: "机构",
  stamp: "用印",
  notice: "公告文字",
  rehearse: "演练",
  rehearsing: "正在演练…",
  rehearsalNote: "演练什么也不改变，只说现在办理会怎样、为什么。",
  ready: (count: number): string => `${count} 件可以办理`,
  stuck: (count: number): string => `${count} 件不能办理：先退回、不予注册或顺延`,
  place: (place: number): string => `第 ${place} 件`,
  openCase: "打开申请",
  entries: "清单",
  table: "批次清单",
  columns: { place: "次序", name: "姓名", number: "受理编号", matter: "申请事项", employer: "聘用单位", state: "状态", act: "办理" },
  pdf: "封面清单 PDF",
  xlsx: "清单 XLSX",
  public: "公开的公告",
  progress: (percent: number): string => `已处理 ${percent}%`,
  progressLabel: "处理进度",
  missing: "没有这个批次",
  missingReason: "它不存在，或者不是本机构的批次。",
  toList: "全部批次",
  working: "正在办理…",
  keep: "暂不办理",
  lock: { button: "截止", title: "截止这个批次", body: "截止后不再列入新的申请，之后的申请进入下一批次。" },
  report: { button: "上报批次", title: "盖章并上报", body: "清单盖章后填写用印信息。上报后，清单中的各件都通过本环节。" },
  announce: { button: "公告批次", title: "发布公告", body: "公告立即公开，名单中的各件进入制证。" },
  cancel: { button: "取消批次", title: "取消这个批次", body: "其中的申请都转入下一批次。" },
  defer: { button: "顺延", title: "顺延到下一批次", body: "这件申请改随下一批次办理，申请人会收到通知。" },
  stampNumber: "用印编号",
  stampedOn: "盖章日期",
  noticeText: "公告文字",
  reason: "原因",
  empty: "请填写这一项",
  failed: "没有办成，请稍后再试",
};
