import type { ReactNode } from "react";
import { useData } from "../../live/useData";
import { useLive } from "../../live/useLive";
import { batchKinds, batchWords } from "../../words/batches";
import { deliveryWords as words } from "../../words/delivery";
import { day, lastDay } from "../../words/format";
import { DeliveryActs } from "./DeliveryActs";
import { DeliveryFacts } from "./DeliveryFacts";
import { CaseDeliveryDocument, DeliveryNewsDocument } from "./documents";

/** For the applicant, beside the progress: the batch that the case waits for, and the certificate on its way. */
export function CaseDelivery({ id }: { id: string }): ReactNode {
  const { data, reload } = useData(CaseDeliveryDocument, { id });
  useLive(DeliveryNewsDocument, { after: data?.deliveries.cursor }, data !== null, ({ kind }) => {
    if (kind === "EVENT") reload();
  });
  const node = data?.node?.__typename === "Registration" ? data.node : null;
  const batch = node?.stage?.batchEntry?.batch;
  return (
    <>
      {batch && (
        <section className="card stack">
          <h2>{batchKinds[batch.kind]} {batch.number}</h2>
          <p><strong>{lastDay(batch.date)}</strong></p>
          {batch.postponedFrom && <p className="secondary small">{batchWords.postponed(day(batch.postponedFrom), batch.postponedReason ?? "")}</p>}
        </section>
      )}
      {node?.delivery && <section className="card stack"><h2>{words.title}</h2><DeliveryFacts one={node.delivery} /><DeliveryActs one={node.delivery} /></section>}
    </>
  );
}
