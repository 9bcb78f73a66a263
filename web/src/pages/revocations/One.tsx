import type { ReactNode } from "react";
import { Page } from "../../app/Page";
import { Link } from "../../app/router";
import { EmptyState } from "../../components/EmptyState";
import { FaultNote } from "../../components/FaultNote";
import { Skeleton } from "../../components/Skeleton";
import { useData } from "../../live/useData";
import { useLive } from "../../live/useLive";
import { revocationWords as words } from "../../words/revocations";
import { RevocationDocument, RevocationNewsDocument } from "./documents";
import { Item } from "./Item";

/** Where a message leads: the one revocation that waits. */
export function One({ id }: { id: string }): ReactNode {
  const { data, fault, reload } = useData(RevocationDocument, { id });
  const cursor = data?.revocations.cursor;
  useLive(RevocationNewsDocument, { after: cursor }, cursor != null, () => undefined);
  if (data === null && fault !== null) return <FaultNote message={fault.message} reference={fault.reference} onRetry={reload} />;
  if (data === null) return <Skeleton lines={6} onRetry={reload} />;
  return (
    <Page title={words.title} lead={<Link to="/desk/revocations">{words.all}</Link>}>
      {data.node?.__typename === "Revocation" ? <Item one={data.node} heading="h2" onDone={reload} /> : <div className="card"><EmptyState title={words.missing} reason={words.missingReason} /></div>}
    </Page>
  );
}
