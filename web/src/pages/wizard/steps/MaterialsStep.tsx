import type { ReactNode } from "react";
import { useClient } from "urql";
import { EmptyFileRow, FileRow } from "../../../components/FileRow";
import { FilePicker, SendingRow } from "../../../components/FileSending";
import { Note } from "../../../components/Note";
import type { FilePurpose } from "../../../gql/enums";
import type { DraftPartsFragment } from "../../../gql/graphql";
import { useStore } from "../../../live/store";
import { cancel, send, uploads } from "../../../live/uploads";
import { common } from "../../../words/common";
import { fileStates } from "../../../words/states";
import { attachmentKinds } from "../../../words/terms";
import { materialWords } from "../../../words/materials";
import { uploadWords as words } from "../../../words/uploads";
import { useEditing } from "../DraftContext";
import { PhotoCard } from "./PhotoCard";
import { useAttachments } from "./useAttachments";

type Demand = DraftPartsFragment["demands"][number];

export default function MaterialsStep({ photo }: { photo: boolean }): ReactNode {
  const { registration } = useEditing();
  const { attach, detach, mistake, refuse } = useAttachments();
  return (
    <>
      {photo && <PhotoCard />}
      <section className="card">
        <h2>{materialWords.title}</h2>
        {mistake && <Note family="refused">{mistake}</Note>}
        <div className="file-list">
          {registration.demands.map((demand) => <DemandRows key={demand.kind} demand={demand} onAttach={attach} onDetach={detach} onRefuse={refuse} />)}
        </div>
      </section>
    </>
  );
}

interface RowsProps {
  demand: Demand;
  onAttach: (kind: Demand["kind"], fileId: string) => Promise<void>;
  onDetach: (attachmentId: string) => Promise<void>;
  onRefuse: (message: string | null) => void;
}

function DemandRows({ demand, onAttach, onDetach, onRefuse }: RowsProps): ReactNode {
  const { registration } = useEditing();
  const client = useClient();
  const sending = useStore(uploads).filter((upload) => upload.slot === demand.kind);
  const label = attachmentKinds[demand.kind];
  const present = registration.attachments.filter((one) => one.kind === demand.kind);
  const pages = present.reduce((sum, { file }) => sum + (file.pages ?? 1), 0);
  const lacking = present.length === 0 || pages < (demand.minPages ?? 1);
  const pick = async (file: File): Promise<void> => {
    const refusal = refusalOf(file, demand);
    onRefuse(refusal);
    if (refusal !== null) return;
    const fileId = await send(client, file, demand.kind, purposeOf(demand));
    if (fileId !== null) await onAttach(demand.kind, fileId);
  };
  const picker = <FilePicker word={words.choose} label={words.chooseFor(label)} accept={demand.mediaTypes} onPick={(file) => void pick(file)} />;
  return (
    <div>
      {present.map(({ id, file, remarks }) => (
        <FileRow key={id} label={label} name={file.name} bytes={file.bytes} status={fileStates[file.state]} url={file.downloadUrl} onRemove={() => void onDetach(id)}>
          {remarks.filter((remark) => !remark.answered).map((remark) => <span key={remark.id} className="field-error">{remark.text}</span>)}
          {file.refusals.map((refusal, at) => <span key={at} className="field-error">{refusal.message}</span>)}
        </FileRow>
      ))}
      {sending.map((upload) => <SendingRow key={upload.key} label={label} upload={upload} onCancel={() => cancel(upload.key)} onAgain={picker} />)}
      {lacking && sending.length === 0 && (
        <EmptyFileRow id={`attachment-${demand.kind}`} label={label} note={demand.demand || words.demand(demand.mediaTypes, demand.maxBytes)} need={demand.required ? common.required : common.optional} picker={picker} />
      )}
    </div>
  );
}

/** What can be judged before sending; the service has the last word. */
function refusalOf(file: File, { maxBytes, mediaTypes }: Demand): string | null {
  if (mediaTypes.length > 0 && file.type !== "" && !mediaTypes.includes(file.type)) return words.wrongType(file.name, mediaTypes);
  return file.size > maxBytes ? words.tooBig(file.name, file.size, maxBytes) : null;
}

const SCAN_BYTES = 300 * 1024;

/** Pictures of at most 300 KB are scans (S0-14); what may be larger or a PDF is a proof. */
function purposeOf({ maxBytes, mediaTypes }: Demand): FilePurpose {
  return maxBytes > SCAN_BYTES || mediaTypes.includes("application/pdf") ? "PROOF" : "SCAN";
}
