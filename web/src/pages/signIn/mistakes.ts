import type { Mistake } from "../../components/ErrorSummary";
import type { Answer } from "../../live/useAct";
import { signInWords } from "../../words/signIn";

const fields: Record<string, string> = { password: "new-password", passwordAgain: "new-password-again", oldPassword: "old-password" };

/** The service's sentences about passwords, each at its field. */
export function passwordMistakes(answer: Answer<unknown>): Mistake[] {
  if (answer.kind === "done") return [];
  if (answer.kind === "failed") return [{ message: answer.fault.message || signInWords.failed }];
  return answer.errors.map(({ message, path }) => ({ message, field: fields[path?.at(-1) ?? ""] }));
}
