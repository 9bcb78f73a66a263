import type { ExportKind, ExportState, ImportKind, ImportState, RowOutcome } from "../gql/enums";
import type { StateWord } from "./states";

export const importKinds: Record<ImportKind, string> = {
  PERSONS: "人员",
  EXAMINATION_RECORDS: "考试合格记录",
  EDUCATION_HOURS: "继续教育学时",
  OLD_CERTIFICATES: "原有注册证",
};

export const importStates: Record<ImportState, StateWord> = {
  CHECKING: { family: "progress", word: "检查中" },
  CHECKED: { family: "action", word: "待确认" },
  APPLYING: { family: "progress", word: "导入中" },
  APPLIED: { family: "granted", word: "已导入" },
  FAILED: { family: "refused", word: "未导入" },
  DISCARDED: { family: "ended", word: "已放弃" },
};

export const rowOutcomes: Record<RowOutcome, string> = { NEW: "新增", CHANGED: "更改", SAME: "已有，不变", JOINED: "与自填记录合并" };

export const exportKinds: Record<ExportKind, string> = { WORK_QUEUE: "待办", CERTIFICATES: "注册证", EDUCATION_HOURS: "继续教育学时", BATCH: "批次清单" };

export const exportStates: Record<ExportState, StateWord> = {
  QUEUED: { family: "progress", word: "排队中" },
  READY: { family: "granted", word: "可下载" },
  FAILED: { family: "refused", word: "导出失败" },
  EXPIRED: { family: "ended", word: "已过期" },
};

export const importWords = {
  title: "导入",
  lead: "上传表格后先检查和预览，确认后才写入；有一行不对，就一行也不写入。",
  start: "新的导入",
  kind: "导入什么",
  template: "下载模板",
  templateNote: "第一张表填数据，第二张表是填写说明。",
  file: "导入表格",
  fileNote: "XLSX 或 CSV，不超过 20 MB、10 万行。也可以把文件拖到这里。",
  need: "选择后立即检查",
  choose: "选择表格",
  starting: "正在开始检查…",
  mine: "我的导入",
  none: "还没有导入",
  noneReason: "上传的表格和它们的结果都在这里。",
  forbidden: "您没有导入数据的权限",
  forbiddenReason: "管理员和机构的数据管理员可以导入。需要时请联系本机构的负责人。",
  goHome: "回首页",
  toList: "全部导入",
  missing: "没有这个导入",
  missingReason: "它不存在，或者不是您上传的。",
  rows: (count: number): string => `${count} 行`,
  faulty: (count: number): string => `${count} 行有错`,
  allGood: "没有发现错误",
  checked: (done: number, all: number | null): string => (all === null ? "正在读取文件" : `已检查 ${done} 行，共 ${all} 行`),
  progress: "检查进度",
  applying: "正在写入。全部写完或一行也不写，完成后会在这里显示。",
  outcome: (what: string, count: number): string => `${what} ${count} 行`,
  preview: "预览",
  previewNote: "证件号码和手机号已遮盖。",
  show: "显示哪些行",
  all: "全部",
  errors: "只看有错的",
  line: "行号",
  becomes: "结果",
  wrong: "错误",
  wrongCell: (column: string, received: string, wanted: string): string => `“${column}”收到“${received || "空"}”，须为${wanted}`,
  noRows: "没有这样的行",
  apply: { button: "确认导入", title: "确认导入？", body: (count: number): string => `${count} 行将一次写入，写入后不能撤回。` },
  applyRest: { button: "略去有错的行，导入其余", title: "略去有错的行？", body: (left: number, count: number): string => `略去有错的 ${left} 行，写入其余 ${count} 行。写入后不能撤回。` },
  discard: { button: "放弃导入", title: "放弃这个导入？", body: "放弃后一行也不写入，上传的文件随即删除。" },
  working: "正在办理…",
  keep: "暂不",
  failed: (reason: string): string => `没有导入任何一行：${reason}`,
  table: "预览的各行",
};

export const exportWords = {
  title: "导出",
  lead: "清单在后台制作，完成后在这里下载，7 天后自动删除。",
  none: "还没有导出",
  noneReason: "在待办或证书页面选择导出，文件会出现在这里。",
  what: (kind: string): string => `导出${kind}`,
  note: "按现在的筛选导出您看得到的内容，证件号码已遮盖。",
  xlsx: "导出 XLSX",
  csv: "导出 CSV",
  making: "正在制作…",
  download: (name: string): string => `下载 ${name}`,
  rows: (count: number): string => `${count} 行`,
  all: "全部导出",
  until: (moment: string): string => `${moment} 前可以下载`,
};
