import FileText from "@ant-design/icons/es/icons/FileTextOutlined";
import Plus from "@ant-design/icons/es/icons/PlusOutlined";
import Button from "antd/es/button";
import { useRef, type ReactNode } from "react";
import { common } from "../words/common";
import { uploadWords as words } from "../words/uploads";
import "./fileRow.css";

export interface Sending {
  name: string;
  bytes: number;
  sent: number;
  state: "waiting" | "sending" | "checking" | "failed";
  message: string | null;
}

/** A file on its way, with progress and a way back. */
export function SendingRow({ label, upload, onCancel, onAgain }: { label: string; upload: Sending; onCancel: () => void; onAgain?: ReactNode }): ReactNode {
  const share = upload.bytes === 0 ? 0 : Math.round((upload.sent / upload.bytes) * 100);
  const failed = upload.state === "failed";
  return (
    <div className="file-row">
      <span className="file-sign" aria-hidden="true"><FileText /></span>
      <div className="file-text">
        <strong>{label}</strong>
        <span className={failed ? "field-error" : "small secondary"}>{sentence(upload)}</span>
        {!failed && (
          <span className="file-progress">
            <progress aria-label={words.progress(label)} max={100} value={share} />
            <span className="small tn">{share}%</span>
          </span>
        )}
      </div>
      {failed ? onAgain : <Button onClick={onCancel} aria-label={words.cancelFor(label)}>{common.cancel}</Button>}
    </div>
  );
}

/** A place for a file that is not there yet. */
export function EmptyFileRow({ id, label, note, need, picker }: { id: string; label: string; note: ReactNode; need: string; picker: ReactNode }): ReactNode {
  return (
    <div className="file-row" id={id} tabIndex={-1}>
      <span className="file-sign file-sign-empty" aria-hidden="true"><Plus /></span>
      <div className="file-text">
        <strong>{label} <span className="fine tertiary">{need}</span></strong>
        <span className="small secondary">{note}</span>
      </div>
      {picker}
    </div>
  );
}

/** A button that opens the file chooser; the input itself is out of sight but not out of reach. */
export function FilePicker({ word, label, accept, primary = false, onPick }: { word: string; label: string; accept: readonly string[]; primary?: boolean; onPick: (file: File) => void }): ReactNode {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button type={primary ? "primary" : "default"} aria-label={label} onClick={() => input.current?.click()}>{word}</Button>
      <input
        ref={input} type="file" hidden accept={accept.join(",")}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file) onPick(file);
          target.value = "";
        }}
      />
    </>
  );
}

function sentence({ state, name, sent, bytes, message }: Sending): string {
  if (state === "failed") return message ?? words.broken;
  if (state === "checking") return words.checking(name);
  return state === "waiting" ? words.waiting(name) : words.sending(name, sent, bytes);
}
