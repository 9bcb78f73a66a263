import User from "@ant-design/icons/es/icons/UserOutlined";
import Button from "antd/es/button";
import type { ReactNode } from "react";
import { PersonName } from "../../components/PersonName";
import type { QueueItemFragment } from "../../gql/graphql";
import { deskWords as words } from "../../words/desk";
import { nameOf } from "./items";
import type { Claims } from "./useClaims";

interface Props {
  item: QueueItemFragment;
  me: string;
  claims: Claims;
  left: ReadonlyMap<string, string | null>;
}

/** Who has it, or the button that makes it yours. */
export function Handler({ item, me, claims, left }: Props): ReactNode {
  const by = left.get(item.id);
  if (by !== undefined) return <span className="secondary small">{by === null ? words.gone : words.goneBy(by)}</span>;
  if (item.state === "HELD" && item.heldBy) {
    const own = item.heldBy.id === me;
    return <span className={own ? "handler handler-own" : "handler"}><User aria-hidden="true" /> <PersonName>{own ? words.me : item.heldBy.name}</PersonName></span>;
  }
  const busy = claims.busy.has(item.id);
  const refused = claims.refused.get(item.id);
  return (
    <span className="handler-claim">
      <Button size="small" className="claim" aria-disabled={busy} aria-label={busy ? undefined : words.claimOne(nameOf(item))} onClick={() => { if (!busy) void claims.claim(item.id); }}>
        {busy ? words.claiming : words.claim}
      </Button>
      {refused !== undefined && <span className="small field-error" role="status">{refused}</span>}
    </span>
  );
}
