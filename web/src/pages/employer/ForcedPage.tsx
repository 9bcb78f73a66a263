import Button from "antd/es/button";
import Input from "antd/es/input/Input";
import { useMemo, useState, type ReactNode } from "react";
import { Page } from "../../app/Page";
import { Link } from "../../app/router";
import { useWanted } from "../../app/useWanted";
import { EmptyState } from "../../components/EmptyState";
import { FaultNote } from "../../components/FaultNote";
import { More } from "../../components/More";
import { PersonName } from "../../components/PersonName";
import { Skeleton } from "../../components/Skeleton";
import type { ForcedCasesQuery } from "../../gql/graphql";
import { newKey } from "../../live/newKey";
import { useAct } from "../../live/useAct";
import { useLive } from "../../live/useLive";
import { moreOf, usePages } from "../../live/usePages";
import { forcedWords as words } from "../../words/forced";
import { moment } from "../../words/format";
import { WithReason } from "../parts/WithReason";
import { ChooseLeaver } from "./ChooseLeaver";
import { ForcedCasesDocument, ForcedNewsDocument, WithdrawForcedDocument } from "./forced";
import "./employer.css";

const LIST = "forced-list";
const listOf = (data: ForcedCasesQuery): ForcedCasesQuery["registrations"] => data.registrations;

type Forced = ForcedCasesQuery["registrations"]["nodes"][number];

/** The employer's deregistrations of people who have left (S3-29 to S3-33). */
export default function ForcedPage(): ReactNode {
  const [text, setText] = useState("");
  const [choosing, setChoosing] = useState(false);
  const [wanted, more] = useWanted();
  const filter = useMemo(() => ({ kinds: ["FORCED_DEREGISTRATION" as const], ...(text.trim() !== "" && { text: text.trim() }) }), [text]);
  const { data, fault, reload, nodes, ...pages } = usePages(ForcedCasesDocument, { after: null, filter }, listOf, wanted);
  const cursor = data?.registrations.cursor;
  useLive(ForcedNewsDocument, { after: cursor }, cursor != null);
  return (
    <Page title={words.title} lead={words.lead}>
      <div className="stack">
        <div className="row">
          <Button type="primary" onClick={() => setChoosing(true)}>{words.apply}</Button>
          <Input className="forced-search" aria-label={words.search} placeholder={words.search} value={text} onChange={(event) => setText(event.target.value)} />
        </div>
        {data === null && fault === null && <Skeleton onRetry={reload} />}
        {data === null && fault !== null && <FaultNote message={fault.message} reference={fault.reference} onRetry={reload} />}
        {data !== null && nodes.length === 0 && <div className="card"><EmptyState title={words.none} reason={words.noneReason} /></div>}
        {nodes.length > 0 && (
          <div className="card forced-table" role="region" aria-label={words.table} tabIndex={0}>
            <table>
              <thead><tr>{Object.values(words.columns).map((word) => <th key={word} scope="col">{word}</th>)}</tr></thead>
              <tbody id={LIST}>{nodes.map((one) => <Row key={one.id} one={one} />)}</tbody>
            </table>
          </div>
        )}
        <More list={LIST} shown={nodes.length} {...moreOf(pages, more)} />
      </div>
      {choosing && <ChooseLeaver onClose={() => setChoosing(false)} />}
    </Page>
  );
}

function Row({ one: { id, version, number, state, basic, specialties, original, createdAt, availableActions } }: { one: Forced }): ReactNode {
  const [withdraw, withdrawing] = useAct(WithdrawForcedDocument);
  const offered = availableActions.some(({ action, ready }) => action === "WITHDRAW_REGISTRATION" && ready);
  return (
    <tr>
      <td><PersonName>{basic.name.full ?? basic.name.masked}</PersonName></td>
      <td className="tn">{original?.number}</td>
      <td>{specialties.map(({ name }) => name).join("、")}</td>
      <td className="tn">{moment(createdAt)}</td>
      <td>{words.status(state)}</td>
      <td className="row">
        <Link className="tap" to={state === "DRAFT" || state === "RETURNED" ? `/registrations/${id}/edit/pledge` : `/registrations/${id}`}>{state === "DRAFT" ? words.edit : words.open}<span className="unseen"> {number}</span></Link>
        {offered && (
          <WithReason
            words={{ button: words.withdraw, title: words.withdrawTitle, body: words.withdrawBody, busy: words.withdrawing }}
            busy={withdrawing}
            act={(reason) => withdraw({ input: { id, version, reason: reason || null, idempotencyKey: newKey() } })}
          />
        )}
      </td>
    </tr>
  );
}
