import { lastDay } from "./format";

export const deadlineWords = {
  left: (days: number): string => `还剩 ${days} 个工作日`,
  leftBefore: "还剩",
  leftAfter: "个工作日",
  until: (iso: string): string => `最迟 ${lastDay(iso)}`,
  today: "今天到期",
  overdue: "已超期",
  paused: "期限暂停",
  pausedBecause: (reason: string): string => `期限暂停：${reason}`,
};
