import Button from "antd/es/button";
import { useState, type ReactNode } from "react";
import { Page } from "../../../app/Page";
import { Link } from "../../../app/router";
import { useViewer } from "../../../app/viewer";
import { EmptyState } from "../../../components/EmptyState";
import { FaultNote } from "../../../components/FaultNote";
import { Facts, FieldRow } from "../../../components/FieldRow";
import { Note } from "../../../components/Note";
import { PersonName } from "../../../components/PersonName";
import { Skeleton } from "../../../components/Skeleton";
import type { RecoveryPartsFragment } from "../../../gql/graphql";
import { useData } from "../../../live/useData";
import { moment } from "../../../words/format";
import { recoveriesWords as words } from "../../../words/recovery";
import { Revealed } from "../../case/RevealedValue";
import { PAGE_SIZE } from "../view";
import { DecideDialog, type Decision } from "./DecideDialog";
import { RecoveriesDocument } from "./documents";

/** Whose password an authority is asked to give up; for acceptors and administrators. */
export default function RecoveriesPage(): ReactNode {
  const { data, fault, reload } = useData(RecoveriesDocument, { first: PAGE_SIZE, after: null });
  const [deciding, setDeciding] = useState<{ one: RecoveryPartsFragment; decision: Decision } | null>(null);
  const [said, setSaid] = useState<string | null>(null);
  const administrates = useViewer()?.account?.kind === "ADMINISTRATOR";
  const nodes = data?.recoveryRequests.nodes.filter(({ state }) => state === "OPEN") ?? [];
  return (
    <Page title={words.title} lead={words.lead} action={administrates && <Link className="link" to="/imports">{words.imports}</Link>}>
      <div className="stack">
        {said && <Note family="granted"><div role="status">{said}</div></Note>}
        {data === null && fault !== null && <FaultNote message={fault.message} reference={fault.reference} onRetry={reload} />}
        {data === null && fault === null && <Skeleton lines={5} onRetry={reload} />}
        {data !== null && nodes.length === 0 && <div className="card"><EmptyState title={words.none} reason={words.noneReason} /></div>}
        {nodes.map((one) => <Request key={one.id} one={one} onDecide={(decision) => setDeciding({ one, decision })} />)}
      </div>
      {deciding && (
        <DecideDialog
          {...deciding}
          onClose={() => setDeciding(null)}
          onDone={(sentence) => {
            setDeciding(null);
            setSaid(sentence);
            reload();
          }}
        />
      )}
    </Page>
  );
}

function Request({ one, onDecide }: { one: RecoveryPartsFragment; onDecide: (decision: Decision) => void }): ReactNode {
  const may = one.availableActions.map(({ action }) => action);
  return (
    <section className="card" aria-label={one.holder.masked}>
      <Facts>
        <FieldRow label={words.holder} note={one.authority.name}><PersonName>{one.holder.full ?? one.holder.masked}</PersonName></FieldRow>
        <FieldRow label={words.login}><Revealed subjectId={one.id} label={words.login} path={["login"]} masked={one.login.masked} full={null} /></FieldRow>
        <FieldRow label={words.contact} note={`${words.askedAt(moment(one.createdAt))}，${words.until(moment(one.expiresAt))}`}>
          <Revealed subjectId={one.id} label={words.contact} path={["contactMobile"]} masked={one.contactMobile.masked} full={null} />
        </FieldRow>
      </Facts>
      <div className="row">
        {may.includes("GRANT_RECOVERY") && <Button type="primary" onClick={() => onDecide("grant")}>{words.grant}</Button>}
        {may.includes("REFUSE_RECOVERY") && <Button onClick={() => onDecide("refuse")}>{words.refuse}</Button>}
      </div>
    </section>
  );
}
