/** Dates, numbers and sizes as the page writes them: China time, no "3 分钟前" on anything official. */
const ZONE = "Asia/Shanghai";
const parts = new Intl.DateTimeFormat("zh-CN", {
  timeZone: ZONE, year: "numeric", month: "numeric", day: "numeric", hour: "2-digit", minute: "2-digit", hourCycle: "h23",
});
const weekday = new Intl.DateTimeFormat("zh-CN", { timeZone: ZONE, weekday: "short" });
const JOIN = "\u00a0";

interface Wall {
  year: string;
  month: string;
  day: string;
  hour: string;
  minute: string;
}

function wall(at: Date): Wall {
  return Object.fromEntries(parts.formatToParts(at).map(({ type, value }) => [type, value])) as unknown as Wall;
}

/** 今天 10:42, 11月19日 10:05, or 2025年11月19日. */
export function moment(iso: string, now: Date = new Date()): string {
  const [then, today] = [wall(new Date(iso)), wall(now)];
  const date = dayOf(then, today);
  return then.year === today.year ? `${date}${JOIN}${then.hour}:${then.minute}` : date;
}

/** 今天, 11月19日, or 2025年11月19日. */
export function day(iso: string, now: Date = new Date()): string {
  return dayOf(wall(asDate(iso)), wall(now));
}

/** 10:46. */
export function clock(at: string | number): string {
  const { hour, minute } = wall(new Date(at));
  return `${hour}:${minute}`;
}

/** 12月9日（周三）: the last day of a deadline. */
export function lastDay(iso: string): string {
  const at = asDate(iso);
  const { month, day: number } = wall(at);
  return `${month}月${number}日（${weekday.format(at)}）`;
}

/** 2026-03-01, as forms and legal texts write it. */
export function plainDate(iso: string | null | undefined): string {
  if (!iso) return "";
  const { year, month, day: number } = wall(asDate(iso));
  return `${year}-${month.padStart(2, "0")}-${number.padStart(2, "0")}`;
}

export function bytes(count: number): string {
  if (count < 1024) return `${count}${JOIN}B`;
  const kilo = count / 1024;
  return kilo < 1024 ? `${Math.round(kilo)}${JOIN}KB` : `${(kilo / 1024).toFixed(1)}${JOIN}MB`;
}

export function number(value: number): string {
  return value.toLocaleString("zh-CN");
}

function dayOf(then: Wall, today: Wall): string {
  if (then.year !== today.year) return `${then.year}年${then.month}月${then.day}日`;
  return then.month === today.month && then.day === today.day ? "今天" : `${then.month}月${then.day}日`;
}

/** A date without a time is a day in China, not midnight in London. */
function asDate(iso: string): Date {
  return new Date(/^\d{4}-\d{2}-\d{2}$/.test(iso) ? `${iso}T12:00:00+08:00` : iso);
}
