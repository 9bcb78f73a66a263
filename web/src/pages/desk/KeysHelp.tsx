import Button from "antd/es/button";
import type { ReactNode } from "react";
import { Dialog } from "../../components/Dialog";
import { useStore } from "../../live/store";
import { common } from "../../words/common";
import { keyWords as words } from "../../words/desk";
import { setSingleKeys, singleKeys } from "./useKeys";

export function KeysHelp({ list, onClose }: { list: "queue" | "case"; onClose: () => void }): ReactNode {
  const on = useStore(singleKeys);
  return (
    <Dialog title={words.title} onClose={onClose}>
      <dl className="keys">
        {words[list].map(([key, what]) => <div key={key}><dt><kbd>{key}</kbd></dt><dd>{what}</dd></div>)}
      </dl>
      <label className="choice">
        <input type="checkbox" checked={on} onChange={(event) => setSingleKeys(event.target.checked)} />
        <span>{words.on}<br /><span className="small secondary">{words.onHint}</span></span>
      </label>
      <div className="dialog-buttons"><Button onClick={onClose}>{common.close}</Button></div>
    </Dialog>
  );
}

/** The commonest keys, under the list, where a keyboard is likely. */
export function KeysHint({ onHelp }: { onHelp: () => void }): ReactNode {
  const on = useStore(singleKeys);
  return (
    <div className="keys-hint">
      {on ? words.queueShort.map(([key, what]) => <span key={key}><kbd>{key}</kbd>{what}</span>) : <span>{words.offNote}</span>}
      <button type="button" className="link" onClick={onHelp}><kbd>?</kbd> {words.hint}</button>
    </div>
  );
}
