import Lock from "@ant-design/icons/es/icons/LockOutlined";
import type { ReactNode } from "react";
import { Page } from "../../app/Page";
import { Link } from "../../app/router";
import { useWanted } from "../../app/useWanted";
import { EmptyState } from "../../components/EmptyState";
import { FaultNote } from "../../components/FaultNote";
import { More } from "../../components/More";
import { Skeleton } from "../../components/Skeleton";
import { Status } from "../../components/Status";
import type { ImportPartsFragment, ImportsQuery } from "../../gql/graphql";
import { useLive } from "../../live/useLive";
import { moreOf, usePages } from "../../live/usePages";
import { moment } from "../../words/format";
import { importKinds, importStates, importWords as words } from "../../words/transfers";
import { PAGE_SIZE } from "../desk/view";
import "../batches/batches.css";
import { ImportNewsDocument, ImportsDocument } from "./documents";
import { Start } from "./Start";
import "./imports.css";

const LIST = "import-list";
const listOf = (data: ImportsQuery): ImportsQuery["imports"] => data.imports;

/** What may be imported, and what was. */
export default function ListPage(): ReactNode {
  const [wanted, more] = useWanted();
  const { data, fault, reload, nodes, ...pages } = usePages(ImportsDocument, { first: PAGE_SIZE, after: null }, listOf, wanted);
  useLive(ImportNewsDocument, { after: data?.imports.cursor, id: null }, data !== null, ({ kind }, news) => {
    if (kind === "EVENT" && news.importChanged.event?.name === "IMPORT_STARTED") reload();
  });
  if (data === null && fault !== null) return <FaultNote message={fault.message} reference={fault.reference} onRetry={reload} />;
  if (data === null) return <Skeleton lines={5} onRetry={reload} />;
  if (data.importableKinds.length === 0 && nodes.length === 0) return <Forbidden />;
  return (
    <Page title={words.title} lead={words.lead}>
      <div className="stack">
        {data.importableKinds.length > 0 && <Start kinds={data.importableKinds} />}
        <section className="card" aria-labelledby="mine">
          <h2 id="mine">{words.mine}</h2>
          {nodes.length === 0 && <EmptyState title={words.none} reason={words.noneReason} />}
          <ul className="stack plain-list" id={LIST}>{nodes.map((one) => <li key={one.id}><Row one={one} /></li>)}</ul>
          <More list={LIST} shown={nodes.length} {...moreOf({ ...pages, total: null }, more)} />
        </section>
      </div>
    </Page>
  );
}

function Row({ one: { id, kind, state, name, rowCount, faulty, createdAt } }: { one: ImportPartsFragment }): ReactNode {
  return (
    <div className="batch-row">
      <Link className="link" to={`/imports/${id}`}>{importKinds[kind]}　{name}</Link>
      <Status {...importStates[state]} />
      {rowCount !== null && <span className="secondary small tn">{words.rows(rowCount)}</span>}
      {faulty > 0 && <span className="field-error small tn">{words.faulty(faulty)}</span>}
      <span className="secondary small tn">{moment(createdAt)}</span>
    </div>
  );
}

function Forbidden(): ReactNode {
  return (
    <Page title={words.forbidden}>
      <div className="card"><EmptyState icon={<Lock />} title={words.forbidden} reason={words.forbiddenReason} action={<Link className="link" to="/">{words.goHome}</Link>} /></div>
    </Page>
  );
}
