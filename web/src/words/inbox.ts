export const inboxWords = {
  title: "消息",
  arrived: (count: number): string => `新到 ${count} 条消息`,
  pill: (count: number): string => `有 ${count} 条新消息，点此显示`,
  empty: "还没有消息",
  emptyReason: "申请有进展时，消息会出现在这里，不必刷新。",
  unreadOnly: "只看未读",
  everything: "全部",
  markAll: "全部标为已读",
  open: "去看看",
  urgent: "请尽快办理",
  unread: "未读",
};
