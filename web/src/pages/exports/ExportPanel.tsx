import Button from "antd/es/button";
import { useState, type ReactNode } from "react";
import { Link } from "../../app/router";
import { Note } from "../../components/Note";
import type { ExportFormat, ExportKind } from "../../gql/enums";
import type { CertificateFilter, WorkFilter } from "../../gql/graphql";
import { newKey } from "../../live/newKey";
import { useAct } from "../../live/useAct";
import { exportKinds, exportWords as words } from "../../words/transfers";
import { sentence } from "../signIn/useCode";
import { StartExportDocument } from "./documents";
import { Made } from "./Made";

interface Props {
  kind: ExportKind;
  /** As the list is filtered now. */
  work?: WorkFilter;
  certificates?: CertificateFilter;
}

/** Asks for a list as a file, and shows the files as they come. */
export default function ExportPanel({ kind, work, certificates }: Props): ReactNode {
  const [start, busy] = useAct(StartExportDocument);
  const [mistake, setMistake] = useState<string | null>(null);
  const go = async (format: ExportFormat): Promise<void> => {
    if (busy) return;
    const answer = await start({ input: { kind, format, work, certificates, idempotencyKey: newKey() } });
    setMistake(sentence(answer));
  };
  return (
    <section className="card stack" aria-label={words.what(exportKinds[kind])}>
      <p className="small secondary">{words.note}</p>
      {mistake && <Note family="refused"><div role="alert">{mistake}</div></Note>}
      <div className="row">
        <Button type="primary" aria-disabled={busy} onClick={() => void go("XLSX")}>{busy ? words.making : words.xlsx}</Button>
        <Button aria-disabled={busy} onClick={() => void go("CSV")}>{words.csv}</Button>
        <Link className="link tap" to="/exports">{words.all}</Link>
      </div>
      <Made />
    </section>
  );
}
