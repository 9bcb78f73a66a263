/** Apart from the other words of exports: the button is on pages whose panel comes later. */
export const exportButton = { open: "导出", close: "收起导出" };
