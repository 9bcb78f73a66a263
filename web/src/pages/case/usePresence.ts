import { useEffect } from "react";
import { useMutation } from "urql";
import { PresenceDocument } from "./documents";

const SAID_EVERY_MS = 20_000;

/** Says that somebody looks at a case, as long as its page is visible. */
export function usePresence(subjectId: string, editing: boolean): void {
  const [, touch] = useMutation(PresenceDocument);
  useEffect(() => {
    const say = (): void => {
      if (document.visibilityState === "visible") void touch({ input: { subjectId, editing } });
    };
    say();
    const timer = setInterval(say, SAID_EVERY_MS);
    document.addEventListener("visibilitychange", say);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", say);
    };
  }, [subjectId, editing, touch]);
}
