/** First match wins: most browsers also name those they descend from. */
const BROWSERS: [RegExp, string][] = [
  [/MicroMessenger/, "微信"], [/DingTalk/, "钉钉"], [/HuaweiBrowser/, "华为浏览器"], [/MiuiBrowser/, "小米浏览器"], [/QQBrowser/, "QQ 浏览器"],
  [/Edg/, "Edge"], [/Firefox|FxiOS/, "Firefox"], [/Chrome|CriOS/, "Chrome"], [/Safari/, "Safari"],
];
const SYSTEMS: [RegExp, string][] = [
  [/HarmonyOS|OpenHarmony/, "鸿蒙"], [/Android/, "安卓"], [/iPhone/, "iPhone"], [/iPad/, "iPad"], [/Windows/, "Windows"], [/Macintosh/, "Mac"], [/Linux/, "Linux"],
];

/** A browser's long name as people call it; what is not known stays as it came. */
export function deviceName(agent: string): string {
  const [browser, system] = [BROWSERS, SYSTEMS].map((known) => known.find(([sign]) => sign.test(agent))?.[1]);
  return [system, browser].filter(Boolean).join("・") || agent;
}
