export const connectionWords = {
  live: "实时更新",
  idle: "已打开",
  reconnecting: "正在重连…",
  offline: "离线",
  reconnectingSince: (time: string): string => `正在重新连接。您看到的是 ${time} 的内容，可以继续填写。`,
  offlineNote: "没有网络。填写的内容存在本机，联网后自动上传。",
  offlineWaiting: (count: number): string => `没有网络。填写的内容存在本机，联网后自动上传（${count} 项等待）。`,
  caughtUp: (events: number): string => (events === 0 ? "已恢复，没有遗漏。" : `已恢复，补上 ${events} 条更新，没有遗漏。`),
  reloaded: "内容已重新载入。",
};
