export const meWords = {
  title: "我的",
  account: "账号",
  name: "姓名",
  mobile: "手机号",
  display: "显示",
  largeOn: "改用大字版",
  largeOff: "改用标准字号",
  sessions: "登录的设备",
  sessionsLead: "不认识的设备，请结束它的登录，然后修改密码。",
  current: "就是这台",
  facts: (city: string | null | undefined, opened: string, seen: string): string => [city, `${opened} 登录`, `最近活动 ${seen}`].filter(Boolean).join("・"),
  end: "结束登录",
  endOf: (device: string): string => `结束登录：${device}`,
  endOthers: "结束其他全部登录",
  ended: "其他设备的登录已结束。",
  password: "密码",
  changePassword: "修改密码",
  signOut: "安全退出",
  signingOut: "正在退出…",
};

export const idleWords = {
  title: "将要自动退出",
  body: (minutes: number): string => `您有一段时间没有操作，约 ${minutes} 分钟后会自动退出。填写的内容已经保存。`,
  stay: "继续使用",
  spoken: "即将自动退出，按继续使用可以留下",
};
