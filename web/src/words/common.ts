/** Words used on many pages. */
export const common = {
  product: "执业",
  productLong: "注册与执业管理",
  retry: "重试",
  next: "下一步",
  checking: "正在核对…",
  change: "更改",
  close: "关闭",
  cancel: "取消",
  copy: "复制",
  copied: "已复制",
  previousStep: "上一步",
  saveAndContinue: "保存并继续",
  download: "下载",
  view: "查看",
  loading: "正在打开",
  stillLoading: "仍在打开…",
  required: "必填",
  optional: "选填",
  choose: "请选择",
  none: "未填写",
  nothing: "暂无数据",
  justUpdated: "刚刚更新",
  yes: "是",
  no: "否",
  skip: "跳到主要内容",
  markRead: "标为已读",
  titleOf: (page: string): string => `${page} - 执业`,
  printed: (address: string, time: string): string => `${address}　打印于 ${time}`,
  present: "现有",
  needed: "需要",
  law: (name: string): string => `依据：${name}`,
};

export const fault = {
  heading: "没有打开",
  server: "服务器没有回应。您填写的内容还在这台设备上。",
  reference: (reference: string): string => `编号 ${reference}，联系我们时请提供`,
  broken: "这一部分出了问题，其余部分可以继续使用。",
};

export const moreWords = {
  shown: (shown: number, total: number | null): string => (total === null ? `已显示 ${shown} 条` : total > shown ? `已显示 ${shown} 条，共 ${total} 条` : `共 ${shown} 条`),
  more: "加载更多",
  loading: "正在加载…",
  failed: "后面的内容没有加载出来。",
  again: "重试",
};

export const newBuild = {
  title: "有新版本。",
  body: "刷新后使用，填写的内容不会丢失。",
  part: "这一页已经换成新版本，刷新后打开。填写的内容不会丢失。",
  reload: "刷新",
  later: "稍后",
};

export const missing = {
  heading: "您不能查看这一页",
  why: "它不存在，或者不由您办理",
  body: "需要查看，请联系办理机构。",
  home: "回到首页",
};

export const errors = {
  heading: (count: number): string => `有 ${count} 处需要更正`,
};
