const day = (offset, hour = "09:12") => `${new Date(Date.now() + offset * 86400000).toISOString().slice(0, 10)}T${hour}:00+08:00`;
const file = (id, name, bytes, state = "CLEAN") => ({ __typename: "File", id, name, purpose: "SCAN", state, mediaType: "image/jpeg", bytes, pages: 1, width: 295, height: 413, sha256: "", refusals: [], downloadUrl: "/files/x", previewUrl: "/icon.svg", pageUrls: [] });
const authority = { __typename: "Authority", id: "aut_1", name: "江苏省消防救援总队", contacts: [{ __typename: "Contact", id: "con_1", label: "受理窗口", people: [], phones: ["025-8000 0000"], address: "南京市鼓楼区中山北路 1 号", hours: "工作日 9:00 至 17:00" }] };
const deadline = (left) => ({ __typename: "Deadline", startedAt: day(-3), dueAt: day(left + 4), workdays: 20, workdaysLeft: left, pausedSince: null, pauseReason: null, overdue: false, extended: false });
const stage = (id, kind, state, opened, closed, left) => ({ __typename: "RegistrationStage", id, kind, state, authority, openedAt: opened, closedAt: closed, deadline: left ? deadline(left) : null, opinion: null, officer: null });
const sensitive = (full, masked = full) => ({ __typename: "Sensitive", masked, full });
const qualification = { __typename: "Qualification", id: "qua_1", profession: "FIRE_ENGINEER", grade: "FIRST", certificateNumber: "20253204500512", managementNumber: null, obtainedOn: "2025-11-20", region: null };
const finding = (rule, message, path, more = {}) => ({ __typename: "Finding", rule, severity: "BLOCKING", law: "《注册消防工程师管理规定》", message, present: null, needed: null, advice: null, metAt: null, path, parts: [], ...more });
const demand = (kind, demandText, met, max = 307200, types = ["image/jpeg", "image/png"]) => ({ __typename: "AttachmentDemand", kind, required: true, demand: demandText, law: "《注册消防工程师管理规定》", maxBytes: max, mediaTypes: types, minPages: null, met });
const findings = [
  finding("photo", "照片规格", ["basic", "photo"], { present: "还没有照片", needed: "295×413，不超过 300 KB" }),
  finding("term", "合同期限", ["employment", "termUntil"], { present: "2026-02-28，早于起始日期 2026-03-01", needed: "晚于起始日期" }),
  finding("hours", "继续教育学时", ["hours"], { present: "12 学时", needed: "20 学时", metAt: "2026-12-01", advice: "取得资格证书已满 1 年，需先完成学习。" }),
  finding("insurance", "建议上传社会保险缴纳证明", ["attachments", "OTHER"], { severity: "ADVICE" }),
];

function registration(id, state, more = {}) {
  return {
    __typename: "Registration", id, version: 3, title: "王海宁 初始注册", status: null, number: state === "DRAFT" ? null : "苏消注 2026-003187", profession: "FIRE_ENGINEER", grade: "FIRST", kind: "INITIAL", state,
    createdAt: day(-5), updatedAt: day(0, "10:42"), edition: "2026-1", workItem: null, pledgeAccepted: true, previewDigest: "d1",
    applicant: { __typename: "Person", id: "per_1", qualifications: [qualification] },
    basic: { __typename: "BasicInformation", name: sensitive("王海宁"), sex: "MALE", birthDate: "1991-04-02", identityKind: "RESIDENT", identityNumber: sensitive("320102199104021234", "320102********1234"), mobile: sensitive("13812345620"), email: null, education: "本科，消防工程", address: sensitive("南京市鼓楼区"), capable: true, photo: null, qualification },
    employment: { __typename: "EmploymentInformation", employer: { __typename: "Enterprise", id: "ent_1", name: "南京安澜消防技术有限公司" }, name: "南京安澜消防技术有限公司", creditCode: "91320100MA1XXXXX2K", nature: "PROFESSIONAL_SERVICE", address: "南京市玄武区", postcode: "210000", phone: "025-80000000", fax: null, department: "检测部", post: "项目负责人", term: "FIXED", termFrom: "2026-03-01", termUntil: "2026-02-28", retired: false },
    authority, authorityAdvice: { __typename: "AuthorityAdvice", advised: authority, rule: "1", reason: "聘用单位在江苏省。", choices: [authority] },
    stages: [stage("st_1", "PRE_EXAMINATION", "PASSED", day(-4), day(-2, "15:40")), stage("st_2", "ACCEPTANCE", "PASSED", day(-2), day(-1, "10:05")), stage("st_3", "EXAMINATION", state === "RETURNED" ? "PAUSED" : "OPEN", day(0, "10:42"), null, 13), stage("st_4", "DECISION", "WAITING", null, null, 13), stage("st_5", "CERTIFICATE_MAKING", "WAITING")],
    stage: null, deadline: deadline(13),
    attachments: [{ __typename: "Attachment", id: "att_1", kind: "QUALIFICATION", file: file("fil_1", "资格证书扫描件.jpg", 217088), remarks: [] }],
    demands: [demand("QUALIFICATION", "", true), demand("CONTRACT", "PDF、JPG 或 PNG，不超过 5 MB", false, 5242880, ["application/pdf", "image/jpeg", "image/png"]), demand("IDENTITY", "JPG 或 PNG，每张不超过 300 KB", false)],
    findings: state === "DRAFT" ? findings : [], remarks: [], viewers: [], applicationForm: null, receipt: state === "DRAFT" ? null : file("fil_9", "受理凭证.pdf", 90000), decisionLetter: null, certificate: null,
    availableActions: state === "DRAFT" ? [] : [{ __typename: "AvailableAction", action: "WITHDRAW_REGISTRATION", label: "撤回", ready: state === "IN_REVIEW", reason: null, findings: [] }],
    ...more,
  };
}

const cases = new Map([
  registration("reg_1", "IN_REVIEW"),
  registration("reg_2", "DRAFT", { updatedAt: day(-3, "21:30"), number: null }),
  registration("reg_3", "RETURNED", { remarks: [{ __typename: "ReviewRemark", id: "rem_1", stage: "EXAMINATION", path: ["employment", "termUntil"], attachment: null, page: null, box: null, rule: null, text: "与合同第一条不一致（合同写至 2029年2月28日），请核对后更正。", answered: false }] }),
].map((one) => [one.id, one]));
const notification = (id, text, state, at) => ({ __typename: "Notification", id, text, state, link: "/registrations/reg_1", urgent: false, event: { __typename: "Event", id: `evt_${id}`, at, cursor: id } });
const notifications = [notification("not_1", "审核人员已领取您的申请", "UNREAD", day(0, "10:42")), notification("not_2", "申请已受理，可下载受理凭证", "UNREAD", day(-1)), notification("not_3", "预审通过，等待受理", "READ", day(-2))];
const certificate = { __typename: "Certificate", id: "cer_1", version: 1, number: "苏 1 2026 000187", profession: "FIRE_ENGINEER", grade: "FIRST", state: "VALID", validFrom: "2026-12-09", validUntil: "2029-12-08", renewalOpensOn: "2029-09-08", verifyCode: "A7K2-9QXM", reason: null, person: { __typename: "Person", id: "per_1", name: sensitive("王海宁", "王*宁") }, employer: { __typename: "Enterprise", id: "ent_1", name: "南京安澜消防技术有限公司" }, seals: [{ __typename: "Seal", id: "sea_1", number: "苏 1 2026 000187", state: "VALID", validUntil: "2029-12-08" }], document: file("fil_8", "注册证.pdf", 180000), registration: { __typename: "Registration", id: "reg_1", number: "苏消注 2026-003187" } };
const session = (id, device, current) => ({ __typename: "Session", id, state: "OPEN", device, city: "南京", openedAt: day(0, "08:20"), lastSeenAt: day(0, "10:40"), idleAt: new Date(Date.now() + 1800000).toISOString(), current });
const account = { __typename: "Account", id: "acc_1", title: "138****5620", kind: "PERSON", state: "ACTIVE", mobile: sensitive("13812345620", "138****5620"), sessions: { nodes: [session("ses_1", "Chrome，Windows", true), session("ses_2", "华为手机", false)], cursor: "c1" } };
const signedIn = (url) => !url.includes("stranger");
const picture = (width, colour) => `data:image/svg+xml;base64,${Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="160"><rect width="${width}" height="160" fill="${colour}"/></svg>`).toString("base64")}`;
const page = (nodes) => ({ nodes, cursor: "c1", pageInfo: { hasNextPage: false, endCursor: null }, totalCount: nodes.length });
const ok = (more) => ({ userErrors: [], cursor: `w${Date.now()}`, ...more });
const pledgeBody = "本人已知悉注册消防工程师注册的条件和法律责任。\n所填内容和提交的材料真实、准确、完整；只受聘于一个单位；不出租、出借注册证和执业印章。\n违反承诺的，愿意承担相应的法律责任。";

export function fixtures() {
  const resolvers = {
    Query: {
      viewer: (_, __, { url }) => (signedIn(url) ? { account, person: certificate.person, reviewer: null, employer: null, unreadCount: 2, todo: [], missingProfile: [], startable: [{ profession: "FIRE_ENGINEER", kind: "INITIAL", legal: true, findings: [] }, { profession: "FIRE_ENGINEER", kind: "RENEWAL", legal: false, findings: [finding("none", "还没有注册证", null, { needed: "有效的注册证" })] }] } : { account: null, person: null, reviewer: null, unreadCount: 0, todo: [], startable: [], missingProfile: [] }),
      registrations: (_, { filter }) => page([...cases.values()].filter((one) => !filter?.states || filter.states.includes(one.state)).filter((one) => one.id !== "reg_3" || process.env.RETURNED)),
      notifications: () => page(notifications),
      certificates: () => page(process.env.CERTIFICATE ? [certificate] : []),
      node: (_, { id }) => cases.get(id) ?? (id === "cer_1" ? certificate : null),
      findEmployers: () => [{ id: "ent_1", name: "南京安澜消防技术有限公司", creditCode: "91320100MA1XXXXX2K", regionName: "江苏", reportsUpOnline: true }],
      siteInformation: () => ({ name: "执业", purpose: "", supportContacts: authority.contacts }),
      rulebook: () => ({ profession: "FIRE_ENGINEER", edition: "2026-1", forms: [{ kind: "INITIAL", withdrawUntil: "FIRST_CLAIM", pledge: { edition: "1", heading: "诚信承诺书", body: pledgeBody, file: null }, route: [{ stage: "PRE_EXAMINATION", workdays: 5 }, { stage: "ACCEPTANCE", workdays: 5 }, { stage: "EXAMINATION", workdays: 20 }, { stage: "DECISION", workdays: 10 }] }] }),
    },
    Mutation: {
      startSlider: () => ok({ slider: { id: "sli_1", imageUrl: picture(320, "#9db7d5"), pieceUrl: picture(48, "#1557A0"), puzzle: "8:seed", expiresAt: day(0) } }),
      requestCode: () => ok({ challenge: { id: "cha_1", state: "ISSUED", purpose: "SIGN_IN", sentTo: "138****5620", expiresAt: day(0), triesLeft: 5 } }),
      proveCode: () => ok({ challenge: { id: "cha_1", state: "PROVED", triesLeft: 5 } }),
      signInWithCode: () => ok({ account }), openAccount: () => ok({ account }), signIn: () => ok({ account }),
      requestUpload: () => ok({ ticket: { url: "/upload/1", expiresAt: day(0), maxBytes: 20971520, mediaTypes: ["image/jpeg"], file: { id: "fil_5", name: "x.jpg" } } }),
      cropPhoto: () => ok({ file: { ...file("fil_6", "photo.jpg", 190464), downloadUrl: null } }),
      saveRegistration: (_, { input }) => (input.version === cases.get(input.id).version ? ok({ registration: save(input) }) : { cursor: null, registration: null, userErrors: [{ __typename: "StaleVersion", code: "STALE_VERSION", message: "您看到的已不是最新", path: null, currentVersion: 9, differences: [] }] }),
      submitRegistration: (_, { input }) => ok({ registration: cases.get(input.id) }),
    },
  };
  return { mocks: { DateTime: () => day(0), Date: () => "2026-01-01", Cursor: () => "c1", URL: () => "/icon.svg" }, resolvers, subscriptions: { registrationChanged: changes, workQueueChanged: quiet, notificationAdded: quiet, sessionChanged: quiet } };
}

function save({ id, basic, employment, version }) {
  const now = cases.get(id);
  const text = Object.fromEntries(Object.entries(basic ?? {}).map(([name, value]) => [name, ["name", "identityNumber", "mobile", "email", "address"].includes(name) ? sensitive(value) : value]));
  const next = { ...now, version: version + 1, basic: { ...now.basic, ...text }, employment: { ...now.employment, ...employment }, updatedAt: new Date().toISOString() };
  cases.set(id, next);
  return next;
}

async function* quiet() {
  await new Promise((resolve) => setTimeout(resolve, 3600000));
  yield {};
}

/** One change shortly after the page opened, so that a fresh mark can be looked at. */
async function* changes(_, { id, after }) {
  if (after === "c2" || (id && id !== "reg_1")) return yield* quiet();
  await new Promise((resolve) => setTimeout(resolve, 600));
  const moved = { ...cases.get("reg_1"), version: 4 };
  yield { __typename: "RegistrationFrame", kind: "EVENT", cursor: "c2", event: { __typename: "Event", id: "evt_9" }, registration: moved };
  yield* quiet();
}
