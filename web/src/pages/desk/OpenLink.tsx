import type { MouseEvent, ReactNode } from "react";
import type { QueueItemFragment } from "../../gql/graphql";
import { linkOf } from "./items";

/** A real link, so that a case can be opened in another tab; a plain press remembers the list it came from. */
export function OpenLink({ item, onOpen, children }: { item: QueueItemFragment; onOpen: (item: QueueItemFragment) => void; children: ReactNode }): ReactNode {
  const press = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onOpen(item);
  };
  return <a className="queue-name" href={linkOf(item)} onClick={press}>{children}</a>;
}
