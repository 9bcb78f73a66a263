/** A contract as a picture, so that the viewer has something to show. */
export function paper(title: string, page: number): string {
  const lines = ["甲方（用人单位）：南京安澜消防技术有限公司", "统一社会信用代码：91320100MA1XXXXX2K", "法定代表人：陆建国", "", "乙方（劳动者）：王海宁", "身份证号码：320102********1234", "",
    "一、合同期限：自 2026 年 3 月 1 日起至 2029 年 2 月 28 日止。", "二、工作内容：担任消防设施检测项目负责人。", "三、工作地点：江苏省南京市。", "四、工作时间：执行标准工时制度。", "五、劳动报酬：按月支付，不低于当地标准。"];
  const text = lines.map((line, at) => `<text x="90" y="${240 + at * 48}" font-size="22">${line}</text>`).join("");
  return `<svg xmlns="http://www.w3.org/2000/svg" width="794" height="1123" viewBox="0 0 794 1123" font-family="Noto Serif CJK SC, serif" fill="#333"><rect width="794" height="1123" fill="#fdfcf7"/><text x="397" y="130" font-size="44" text-anchor="middle" letter-spacing="12">${title}</text>${text}<text x="397" y="1080" font-size="18" text-anchor="middle">${page}</text></svg>`;
}
