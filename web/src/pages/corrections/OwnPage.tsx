import Button from "antd/es/button";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { Page } from "../../app/Page";
import { useViewer } from "../../app/viewer";
import { EmptyState } from "../../components/EmptyState";
import { FaultNote } from "../../components/FaultNote";
import { Note } from "../../components/Note";
import { Skeleton } from "../../components/Skeleton";
import { Status } from "../../components/Status";
import type { CorrectionPartsFragment } from "../../gql/graphql";
import { newKey } from "../../live/newKey";
import { useAct } from "../../live/useAct";
import { useData } from "../../live/useData";
import { correctionStates, correctionWords as words } from "../../words/corrections";
import { moment } from "../../words/format";
import { sentence } from "../signIn/useCode";
import { AskForm } from "./AskForm";
import { Differences } from "./Differences";
import { CorrectionsDocument, WithdrawCorrectionDocument } from "./documents";
import "../../components/finding.css";

/** One's own corrections, as they stand now, and asking for one (S2-26). */
export default function OwnPage(): ReactNode {
  const { data, fault, reload } = useData(CorrectionsDocument, { filter: null, after: null });
  const [said, setSaid] = useState<string | null>(null);
  useNews(reload);
  const nodes = data?.identityCorrections.nodes ?? [];
  const running = nodes.some(({ state }) => state === "SUBMITTED" || state === "CONFIRMED");
  const asked = (): void => {
    setSaid(words.sent);
    reload();
  };
  return (
    <Page title={words.title} lead={words.lead}>
      <div className="stack narrow-page">
        {said && <Note family="granted"><div role="status">{said}</div></Note>}
        {data === null && (fault === null ? <Skeleton lines={4} onRetry={reload} /> : <FaultNote message={fault.message} reference={fault.reference} onRetry={reload} />)}
        {nodes.map((one) => <Correction key={one.id} one={one} onChanged={reload} />)}
        {data !== null && nodes.length === 0 && <div className="card"><EmptyState title={words.none} reason={words.askLead} /></div>}
        {data !== null && !running && <AskForm onAsked={asked} />}
      </div>
    </Page>
  );
}

function Correction({ one, onChanged }: { one: CorrectionPartsFragment; onChanged: () => void }): ReactNode {
  const [withdraw, busy] = useAct(WithdrawCorrectionDocument);
  const [mistake, setMistake] = useState<string | null>(null);
  const may = one.availableActions.some(({ action }) => action === "WITHDRAW_IDENTITY_CORRECTION");
  const open = one.state === "SUBMITTED" || one.state === "CONFIRMED";
  const back = async (): Promise<void> => {
    if (busy) return;
    setMistake(sentence(await withdraw({ input: { id: one.id, version: one.version, idempotencyKey: newKey() } })));
    onChanged();
  };
  return (
    <section className="card stack" aria-label={words.title}>
      <div className="row"><span className="grow small secondary tn">{moment(one.createdAt)}{open && `　${words.at(one.authority?.name ?? "")}`}</span><Status {...correctionStates[one.state]} /></div>
      {mistake && <Note family="refused"><div role="alert">{mistake}</div></Note>}
      <Differences one={one} />
      {one.reason && <p>{words.reason}：{one.reason}</p>}
      {may && <div><Button aria-disabled={busy} onClick={() => void back()}>{busy ? words.withdrawing : words.withdraw}</Button></div>}
    </section>
  );
}

/** A message came: what it is about may be on this page. */
function useNews(reload: () => void): void {
  const unread = useViewer()?.unreadCount;
  const seen = useRef(unread);
  useEffect(() => {
    if (seen.current !== undefined && seen.current !== unread) reload();
    seen.current = unread;
  }, [unread, reload]);
}
