import { graphql } from "@/gql";
import { announce } from "../../app/announce";
import type { CasePartsFragment } from "../../gql/graphql";
import { useLive } from "../../live/useLive";
import { registrationStates } from "../../words/states";
import { useFresh } from "./useFresh";

const CaseChangesDocument = graphql(/* GraphQL */ `
  subscription CaseChanges($after: Cursor, $id: ID) {
    registrationChanged(after: $after, id: $id) {
      kind
      cursor
      event { id name summary }
      registration { ...CaseParts }
    }
  }
`);

interface Follow {
  cursor: string | null | undefined;
  /** Only this one; absent: all that the person may see. */
  id?: string;
  /** Cases already on the page; another one calls `onUnknown`. */
  known: CasePartsFragment[];
  onUnknown?: () => void;
}

/** Keeps the cases of a page moving; says which of them moved just now. */
export function useCases({ cursor, id, known, onUnknown }: Follow): (caseId: string) => boolean {
  const { isFresh, mark } = useFresh();
  useLive(CaseChangesDocument, { after: cursor, id }, cursor != null, (frame, data, own) => {
    const { registration: changed, event } = data.registrationChanged;
    if (frame.kind !== "EVENT" || changed == null || own) return;
    mark(changed.id);
    // A claim leaves the state as it is: what is told is that somebody took it up.
    announce(event?.name.startsWith("WORK_") ? event.summary : registrationStates[changed.state].word);
    if (!known.some((one) => one.id === changed.id)) onUnknown?.();
  });
  return isFresh;
}
