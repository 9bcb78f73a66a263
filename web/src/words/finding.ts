import { day } from "./format";

export const findingWords = {
  met: "满足：",
  unmet: "未满足：",
  heals: "到期自动满足：",
  metAt: (iso: string): string => `${day(iso)}起满足`,
  heading: "注册条件",
  lacking: (count: number): string => `还差 ${count} 项`,
  lackingAt: (place: string, count: number): string => `${place}：还差 ${count} 项`,
  lackingShort: (count: number): string => (count === 0 ? "已齐" : `还差 ${count} 项`),
  complete: "全部满足，可以提交。",
  metToo: (count: number): string => (count === 0 ? "。" : `，已满足 ${count} 项。`),
  metCount: (count: number): string => `已满足 ${count} 项`,
  anyTime: "提交前都可以补。",
  goFix: "去填写",
  warnings: (count: number): string => `另有 ${count} 项提醒，不影响提交。`,
};
