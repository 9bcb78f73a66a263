import { useState, type DragEvent, type ReactNode } from "react";
import { useClient } from "urql";
import { navigate } from "../../app/router";
import { EmptyFileRow } from "../../components/FileRow";
import { FilePicker, SendingRow } from "../../components/FileSending";
import { Note } from "../../components/Note";
import type { ImportKind } from "../../gql/enums";
import { newKey } from "../../live/newKey";
import { useStore } from "../../live/store";
import { cancel, send, uploads } from "../../live/uploads";
import { useAct } from "../../live/useAct";
import { importKinds, importWords as words } from "../../words/transfers";
import { uploadWords } from "../../words/uploads";
import { sentence } from "../signIn/useCode";
import { StartImportDocument } from "./documents";

const SLOT = "import";
const ACCEPTED = [".xlsx", ".csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "text/csv"];
const MOST_BYTES = 20 * 1024 * 1024;

/** Kind, template, file: the import begins as soon as the file has arrived. */
export function Start({ kinds }: { kinds: readonly ImportKind[] }): ReactNode {
  const [kind, setKind] = useState<ImportKind>(kinds[0] ?? "EDUCATION_HOURS");
  const [over, setOver] = useState(false);
  const [mistake, setMistake] = useState<string | null>(null);
  const [start, starting] = useAct(StartImportDocument);
  const client = useClient();
  const sending = useStore(uploads).filter(({ slot }) => slot === SLOT);
  const pick = async (file: File): Promise<void> => {
    setMistake(file.size > MOST_BYTES ? uploadWords.tooBig(file.name, file.size, MOST_BYTES) : null);
    if (file.size > MOST_BYTES) return;
    const fileId = await send(client, file, SLOT, "IMPORT");
    if (fileId === null) return;
    const answer = await start({ input: { kind, fileId, idempotencyKey: newKey() } });
    setMistake(sentence(answer));
    if (answer.kind === "done" && answer.payload.import) navigate(`/imports/${answer.payload.import.id}`);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) void pick(file);
  };
  const picker = <FilePicker primary word={words.choose} label={words.choose} accept={ACCEPTED} onPick={(file) => void pick(file)} />;
  return (
    <section className="card stack" aria-labelledby="start">
      <h2 id="start">{words.start}</h2>
      {mistake && <Note family="refused"><div role="alert">{mistake}</div></Note>}
      <fieldset className="import-kinds">
        <legend>{words.kind}</legend>
        {kinds.map((one) => (
          <label key={one}><input type="radio" name="import-kind" checked={kind === one} onChange={() => setKind(one)} /> {importKinds[one]}</label>
        ))}
      </fieldset>
      <p><a className="link tap" href={`/imports/templates/${kind.toLowerCase()}.xlsx`}>{words.template}：{importKinds[kind]}</a> <span className="small secondary">{words.templateNote}</span></p>
      <div className={over ? "drop drop-over" : "drop"} onDragOver={(event) => { event.preventDefault(); setOver(true); }} onDragLeave={() => setOver(false)} onDrop={drop}>
        {sending.map((upload) => <SendingRow key={upload.key} label={words.file} upload={upload} onCancel={() => cancel(upload.key)} onAgain={picker} />)}
        {sending.length === 0 && (starting ? <p role="status">{words.starting}</p> : <EmptyFileRow id="import-file" label={words.file} note={words.fileNote} need={words.need} picker={picker} />)}
      </div>
    </section>
  );
}
