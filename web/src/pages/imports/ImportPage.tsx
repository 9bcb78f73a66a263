import Inbox from "@ant-design/icons/es/icons/InboxOutlined";
import type { ReactNode } from "react";
import { Page } from "../../app/Page";
import { Link, setSearch, useParam, usePlace } from "../../app/router";
import { useWanted } from "../../app/useWanted";
import { EmptyState } from "../../components/EmptyState";
import { FaultNote } from "../../components/FaultNote";
import { More } from "../../components/More";
import { Skeleton } from "../../components/Skeleton";
import type { ImportQuery } from "../../gql/graphql";
import { useLive } from "../../live/useLive";
import { moreOf, usePages } from "../../live/usePages";
import { importKinds, importWords as words } from "../../words/transfers";
import { PAGE_SIZE } from "../desk/view";
import { Acts } from "./Acts";
import { ImportDocument, ImportNewsDocument } from "./documents";
import { Head } from "./Head";
import type { ImportNode } from "./importNode";
import { Rows } from "./Rows";
import "../desk/queue.css";
import "./imports.css";

const LIST = "import-rows";
const nodeOf = (data: ImportQuery | null): ImportNode | null => (data?.node?.__typename === "Import" ? data.node : null);
const listOf = (data: ImportQuery): ImportNode["rows"] | null => nodeOf(data)?.rows ?? null;

/** One import: how far it is, what is wrong, and the decision. */
export default function ImportPage(): ReactNode {
  const id = useParam("id");
  const errors = usePlace().search.get("rows") === "errors";
  const [wanted, more] = useWanted();
  const filter = errors ? { withErrors: true } : null;
  const { data, fault, reload, nodes, ...pages } = usePages(ImportDocument, { id, first: PAGE_SIZE, after: null, filter }, listOf, wanted);
  useLive(ImportNewsDocument, { after: data?.imports.cursor, id }, data !== null, ({ kind }, news) => {
    if (kind === "EVENT" && news.importChanged.event?.name !== "IMPORT_PROGRESSED") reload();
  });
  if (data === null && fault !== null) return <FaultNote message={fault.message} reference={fault.reference} onRetry={reload} />;
  if (data === null) return <Skeleton lines={6} onRetry={reload} />;
  const one = nodeOf(data);
  if (one === null) return <Missing />;
  return (
    <Page title={one.title} lead={<Link className="link" to="/imports">{words.toList}</Link>}>
      <div className="stack">
        <Head one={one} />
        <Acts one={one} onDone={reload} />
        {one.state !== "CHECKING" && one.lookedAt > 0 && (
          <section className="card stack" aria-labelledby="preview">
            <h2 id="preview">{words.preview} <span className="queue-total tn">{one.rows.totalCount}</span></h2>
            <div className="segments" role="group" aria-label={words.show}>
              <button type="button" aria-pressed={!errors} onClick={() => setSearch({ rows: null, pages: null })}>{words.all}</button>
              <button type="button" aria-pressed={errors} onClick={() => setSearch({ rows: "errors", pages: null })}>{words.errors}</button>
            </div>
            <p className="small secondary">{words.previewNote}</p>
            <Rows label={importKinds[one.kind]} headings={one.headings} rows={nodes} list={LIST} />
            <More list={LIST} shown={nodes.length} {...moreOf({ ...pages, total: one.rows.totalCount }, more)} />
          </section>
        )}
      </div>
    </Page>
  );
}

function Missing(): ReactNode {
  return (
    <Page title={words.missing}>
      <div className="card"><EmptyState icon={<Inbox />} title={words.missing} reason={words.missingReason} action={<Link className="link" to="/imports">{words.toList}</Link>} /></div>
    </Page>
  );
}
