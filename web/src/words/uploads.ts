import { bytes } from "./format";

const MEDIA: Record<string, string> = { "image/jpeg": "JPG", "image/png": "PNG", "application/pdf": "PDF", "image/webp": "WEBP" };
const mediaNames = (types: readonly string[]): string => types.map((type) => MEDIA[type] ?? type).join("、");

export const uploadWords = {
  broken: "没有上传成功，网络中断或服务器没有回应。请重新选择。",
  cancelled: "已取消上传。",
  choose: "选择文件",
  chooseAgain: "重新选择",
  chooseFor: (what: string): string => `选择文件：${what}`,
  cancelFor: (what: string): string => `取消上传：${what}`,
  remove: (what: string): string => `删除${what}`,
  view: (what: string): string => `查看${what}`,
  sending: (name: string, sent: number, all: number): string => `正在上传 ${name}・${bytes(sent)} / ${bytes(all)}`,
  checking: (name: string): string => `正在检查 ${name}`,
  waiting: (name: string): string => `等待上传 ${name}`,
  facts: (name: string, size: number | null | undefined): string => (size == null ? name : `${name}・${bytes(size)}`),
  progress: (what: string): string => `上传进度：${what}`,
  tooBig: (name: string, got: number, limit: number): string => `收到 ${name}，${bytes(got)}，不能超过 ${bytes(limit)}。请压缩后重新选择。`,
  wrongType: (name: string, types: readonly string[]): string => `收到 ${name}，需要 ${mediaNames(types)}。请另存后重新选择。`,
  demand: (types: readonly string[], limit: number): string => `${mediaNames(types)}，每份不超过 ${bytes(limit)}`,
};

export const photoWords = {
  title: "近期免冠照片",
  rule: "宽 295×高 413 像素，JPG 或 PNG，不超过 300 KB。选好后可以在这里裁剪。",
  choose: "选择照片",
  again: "重新选择",
  none: "还没有照片",
  alt: "您的证件照片",
  toolTitle: "裁剪照片",
  frame: "裁剪框",
  instruction: "拖动照片，让脸在框的中间。也可以用下面的按钮，或者在照片上按方向键。",
  zoomIn: "放大",
  zoomOut: "缩小",
  turnLeft: "向左转",
  turnRight: "向右转",
  left: "左移",
  right: "右移",
  up: "上移",
  down: "下移",
  make: "生成照片",
  making: "正在生成…",
  resultAlt: "裁剪后的照片",
  resultFacts: (width: number, height: number, size: string): string => `${width}×${height}，${size}`,
  use: "使用这张",
  using: "正在保存…",
  adjust: "再调整",
};
