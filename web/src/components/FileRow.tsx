import Delete from "@ant-design/icons/es/icons/DeleteOutlined";
import Eye from "@ant-design/icons/es/icons/EyeOutlined";
import FileText from "@ant-design/icons/es/icons/FileTextOutlined";
import type { ReactNode } from "react";
import type { StateWord } from "../words/states";
import { uploadWords as words } from "../words/uploads";
import { Status } from "./Status";
import "./fileRow.css";

/** A file that the service has. */
export function FileRow({ label, name, bytes, status, url, onRemove, children }: { label: string; name: string; bytes?: number | null; status: StateWord; url?: string | null; onRemove?: () => void; children?: ReactNode }): ReactNode {
  return (
    <div className="file-row">
      <span className="file-sign" aria-hidden="true"><FileText /></span>
      <div className="file-text">
        <strong>{label}</strong>
        <span className="small secondary">{words.facts(name, bytes)}</span>
        {children}
      </div>
      <div className="file-acts">
        <Status {...status} />
        {url && <a className="icon-button" href={url} target="_blank" rel="noreferrer" aria-label={words.view(label)}><Eye aria-hidden="true" /></a>}
        {onRemove && <button type="button" className="icon-button" aria-label={words.remove(label)} onClick={onRemove}><Delete aria-hidden="true" /></button>}
      </div>
    </div>
  );
}
