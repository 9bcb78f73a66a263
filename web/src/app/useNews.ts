import { graphql } from "@/gql";
import { useLive } from "../live/useLive";
import { useData } from "../live/useData";
import { announceCount } from "./announce";
import { inboxWords } from "../words/inbox";
import { ShellDocument } from "./viewer";

const NewsDocument = graphql(/* GraphQL */ `
  subscription News($after: Cursor) {
    notificationAdded(after: $after) {
      kind
      cursor
      event { id }
      notification { id state text link urgent event { id at } }
    }
  }
`);

/** Follows new messages for the badge; one polite sentence per burst. */
export function useNews(): number {
  const { data, reload } = useData(ShellDocument, {});
  useLive(NewsDocument, {}, true, (frame, _, own) => {
    if (frame.kind !== "EVENT") return;
    reload();
    if (!own) announceCount("news", inboxWords.arrived);
  });
  return data?.viewer.unreadCount ?? 0;
}
