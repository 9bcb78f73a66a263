export const conflictWords = {
  title: "这份草稿刚在另一台设备上改过",
  body: (count: number): string => `有 ${count} 处两边不同，请选择保留哪个；其余改动已自动合并。`,
  content: "内容",
  mine: "这台设备",
  theirs: (at: string | undefined): string => (at === undefined ? "另一台设备" : `另一台设备（${at}）`),
  save: "按所选保存",
  later: "先不保存，继续填写",
  empty: "（空）",
};
