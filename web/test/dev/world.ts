/** A small desk in memory, shaped as the contract: for looking at the pages before there is a service. */
export type Row = Record<string, unknown> & { id: string };

const DAY = 86_400_000;
const people: [string, string, string, number, string, string][] = [
  ["陈立群", "INITIAL", "FIRST", 0, "苏州恒正消防检测有限公司", "2026-003102"],
  ["赵婉清", "CHANGE", "FIRST", 1, "无锡太湖安全技术服务有限公司", "2026-003118"],
  ["欧阳志远", "RENEWAL", "SECOND", 2, "常州金盾消防工程有限公司", "2026-003140"],
  ["孙博", "INITIAL", "FIRST", 6, "徐州众安消防技术有限公司", "2026-003166"],
  ["顾晓岚", "RE_REGISTRATION", "FIRST", 7, "南通海陵消防技术服务有限公司", "2026-003171"],
  ["刘振东", "REISSUE", "SECOND", 9, "扬州广陵消防设施检测有限公司", "2026-003175"],
  ["马思源", "CHANGE", "FIRST", 10, "镇江京口安全评估有限公司", "2026-003179"],
  ["蒋文昊", "INITIAL", "SECOND", 11, "南京安澜消防技术有限公司", "2026-003182"],
  ["王海宁", "INITIAL", "FIRST", 13, "南京安澜消防技术有限公司", "2026-003187"],
  ["丁一鸣", "CHANGE", "SECOND", 14, "盐城亭湖消防技术服务有限公司", "2026-003190"],
];

export const me = { __typename: "Reviewer", id: "rev_1", name: "周敏" };
export const colleague = { __typename: "Reviewer", id: "rev_2", name: "李慧" };
export const authority = { __typename: "Authority", id: "aut_1", name: "江苏省消防救援总队" };
const text = (value: string): Row => ({ __typename: "Sensitive", masked: value, full: null }) as unknown as Row;

export function deadline(days: number): unknown {
  const at = Date.now() + days * DAY;
  return { startedAt: new Date(at - 20 * DAY).toISOString(), dueAt: new Date(at).toISOString(), workdays: 20, workdaysLeft: days, pausedSince: null, pauseReason: null, overdue: false, extended: false };
}

function file(id: string, pages: number, title: string): Row {
  const page = (at: number): string => `/files/${encodeURIComponent(title)}/${at}.svg`;
  return {
    id, __typename: "File", name: `${title}.pdf`, purpose: "SCAN", state: "CLEAN", mediaType: "application/pdf", bytes: 280_000, width: 295, height: 413, pages, sha256: null,
    downloadUrl: page(1), previewUrl: page(1), pageUrls: Array.from({ length: pages }, (_, at) => page(at + 1)), refusals: [],
  };
}

const finding = (rule: string, met: boolean, message: string, path: string[] | null = null, more: object = {}): object => ({ rule, met, severity: "BLOCKING", law: "《注册消防工程师管理规定》第十三条", message, present: null, needed: null, advice: null, metAt: null, path, parts: [], ...more });

const findings = [
  finding("REG-FORM", true, "资格证书已核验"),
  finding("FIRE-INITIAL", true, "取得资格未满1年，按初始注册办理"),
  finding("REG-TWO", true, "没有注册在其他单位"),
  finding("FIRE-AGE", true, "年龄35周岁，符合要求"),
  finding("REG-DOCS", true, "附件齐全"),
  finding("FIRE-WHO", false, "聘用单位应为消防技术服务机构或消防安全重点单位", ["employment", "name"], { present: "单位在册，不属于这两类", needed: "消防技术服务机构或消防安全重点单位" }),
];

const STAGES = ["PRE_EXAMINATION", "ACCEPTANCE", "EXAMINATION", "DECISION", "CERTIFICATE_MAKING"];

function stagesOf(id: string): object[] {
  return STAGES.map((kind, at) => ({
    id: `stg_${id}_${at}`, __typename: "RegistrationStage", kind, state: at < 2 ? "PASSED" : at === 2 ? "OPEN" : "WAITING",
    openedAt: "2026-11-18T01:12:00Z", closedAt: at < 2 ? "2026-11-19T02:05:00Z" : null, opinion: at === 0 ? "材料齐全" : null, authority, officer: at < 2 ? colleague : null, deadline: null,
  }));
}

function caseRow(at: number): Row {
  const [name, kind, grade, days, employer, number] = people[at % people.length] as (typeof people)[number];
  const id = `reg_${at + 1}`;
  const stages = stagesOf(String(at + 1));
  return {
    id, __typename: "Registration", version: 3, title: `${name} 注册申请`, status: "审核中", number, profession: "FIRE_ENGINEER", grade, kind, state: "IN_REVIEW", edition: "FIRE-2017-1", updatedAt: new Date().toISOString(), createdAt: "2026-11-16T01:12:00Z",
    basic: {
      name: { ...text(name), full: name }, sex: "MALE", birthDate: "1991-04-02", identityKind: "RESIDENT", identityNumber: text("320102********1234"), mobile: text("138****5620"), email: null,
      education: "本科 消防工程", address: text("江苏省南京市********"), capable: true, photo: { ...file(`fil_p${at}`, 1, "照片"), bytes: 186_000 },
      qualification: { id: `qua_${at}`, __typename: "Qualification", certificateNumber: "20253204500512", managementNumber: null, obtainedOn: "2025-11-20", grade, region: { code: "32", name: "江苏省", fullName: "江苏省" } },
    },
    employment: { name: employer, creditCode: "91320100MA1XXXXX2K", nature: "ENTERPRISE", address: "南京市玄武区珠江路 1 号", phone: "025-8400****", department: "检测部", post: "项目负责人", term: "FIXED", termFrom: "2026-03-01", termUntil: "2028-02-28", retired: false },
    attachments: [["CONTRACT", 3, "劳动合同书"], ["QUALIFICATION", 1, "资格证书"], ["IDENTITY", 2, "居民身份证"], ["APPLICATION_FORM", 2, "注册申请表"]].map(([attachment, pages, title], n) => ({ id: `att_${at}_${n}`, __typename: "Attachment", kind: attachment, file: file(`fil_${at}_${n}`, Number(pages), String(title)), remarks: [] })),
    stages, stage: stages[2], deadline: deadline(days), findings: at % 2 === 0 ? findings : findings.slice(0, 5), remarks: at === 3 ? [{ id: "rmk_1", stage: "PRE_EXAMINATION", path: ["employment", "termUntil"], text: "终止日期请按合同填写。", answered: true, page: null, attachment: null }] : [],
    viewers: [], availableActions: [], certificate: null, applicationForm: null, decisionLetter: null, workItem: null, applicant: { id: `per_${at}`, __typename: "Person" },
  };
}

function itemRow(at: number, subject: Row): Row {
  const holder = at === 1 ? colleague : at === 2 || at === 8 ? me : null;
  return {
    id: `wrk_${at + 1}`, __typename: "WorkItem", subject, stage: "EXAMINATION", role: "EXAMINER", authority, state: holder ? "HELD" : "FREE", heldBy: holder, heldUntil: holder ? new Date(Date.now() + 24 * 60_000).toISOString() : null,
    fence: holder ? 1 : 0, deadline: subject.deadline, addedAt: new Date(Date.now() - (16 - at) * DAY).toISOString(), viewers: [], findings: [],
  };
}

export const cases: Row[] = [];
export const items: Row[] = [];

export function add(): Row {
  const at = cases.length;
  const row = caseRow(at);
  const item = itemRow(at, row);
  row.workItem = item;
  cases.push(row);
  items.push(item);
  return item;
}

export function fill(count: number): void {
  while (items.length < count) add();
}

const action = (name: string, label: string, more: object = {}): object => ({ action: name, label, ready: true, reason: null, findings: [], ...more });

/** The reviewer's moves, as the service would give them. */
export function actionsOf(row: Row): object[] {
  const item = row.workItem as Row | null;
  const stage = row.stage as { kind: string; state: string } | null;
  if (item === null || item.state === "DONE" || stage === null) return [];
  const held = item.state === "HELD" && (item.heldBy as Row).id === me.id;
  const ready = held ? {} : { ready: false, reason: "领取后才能办理" };
  if (stage.kind === "CERTIFICATE_MAKING") return [action("ISSUE_CERTIFICATE", "制证", ready)];
  const unmet = (row.findings as { met: boolean }[]).filter(({ met }) => !met);
  const decides = stage.kind === "DECISION";
  const pass = held && unmet.length > 0 ? { ready: decides, reason: decides ? null : "还有要求没有满足", findings: unmet } : ready;
  return [action("PASS_REGISTRATION", "通过", pass), ...(decides ? [] : [action("RETURN_REGISTRATION", "退回补正", ready)]), action("REFUSE_REGISTRATION", "不予注册", ready)];
}
