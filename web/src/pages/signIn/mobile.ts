import { signInWords as words } from "../../words/signIn";

const MOBILE = /^1\d{10}$/;

/** What is wrong with a mobile number, or null. */
export function mobileMistake(value: string): string | null {
  return MOBILE.test(value) ? null : words.mobileWrong(value);
}
