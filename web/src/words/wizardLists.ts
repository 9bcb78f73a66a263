/** Words of the pages that only some professions have. */
export const specialtyWords = {
  title: "注册专业类别",
  most: (most: number): string => (most === 1 ? "选择一个类别。" : `最多选择 ${most} 个专业。`),
};

export const deliveryWords = {
  title: "证书领取方式",
  method: "领取方式",
  receiver: "收件人",
  phone: "联系电话",
  phoneHint: "请尽量填写手机号码，以免证件丢失。",
  address: "收件地址",
};

export const formWords = {
  title: "打印申请表",
  lead: "请先核对下面的内容。生成申请表后下载打印，本人签名并写日期，由聘用单位填写并盖章，再到下一步上传全部页。",
  make: "生成申请表",
  making: "正在提交…",
  download: "下载申请表",
  none: "还没有生成。生成后几秒钟，这里会出现下载链接。",
};

const until = (last: string | null | undefined): string => last ?? "今";

export const experienceWords = {
  title: "工作经历",
  lead: "填写与所申请业务有关的工作经历，可以填写多段；无关的可以不填。",
  period: (from: string, last: string | null | undefined): string => `${from} 至 ${until(last)}`,
  edit: (period: string): string => `修改 ${period}`,
  remove: (period: string): string => `删除 ${period}`,
  delete: "删除",
  from: "开始日期",
  until: "结束日期（仍在职留空）",
  employer: "工作单位",
  work: "从事的工作",
  add: "添加",
  save: "保存修改",
};

export const hoursWords = {
  title: "继续教育学时",
  total: (present: number, needed: number, own: number, ownNeeded: number): string =>
    `本注册期已有 ${present} 学时，需 ${needed} 学时${ownNeeded > 0 ? `；其中本专业 ${own} 学时，需 ${ownNeeded} 学时` : ""}。`,
  notNeeded: (present: number): string => `这次申请不要求继续教育学时。已有 ${present} 学时。`,
  double: (declared: string, imported: string): string => `自填的“${declared}”与培训机构导入的“${imported}”可能重复，请核对。`,
  join: "是同一次学习，合并",
  record: (provider: string, course: string, hours: number, from: string, last: string): string => `${provider}　${course}　${hours} 学时（${from} 至 ${last}）`,
  proof: "证书",
  remove: (title: string): string => `删除 ${title}`,
  delete: "删除",
  addTitle: "添加记录",
  addLead: "已完成而上面没有显示的学时，可以自行添加，并上传有姓名、所学专业、学时数的证书。请先核对，不要与培训机构导入的重复。",
  provider: "培训机构",
  course: "课程",
  hours: "学时",
  specialty: "所学专业",
  from: "开始日期",
  until: "结束日期",
  chooseProof: "选择证书文件",
  add: "添加记录",
};
