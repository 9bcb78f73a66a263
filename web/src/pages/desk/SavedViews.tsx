import Close from "@ant-design/icons/es/icons/CloseOutlined";
import Button from "antd/es/button";
import { useState, type FormEvent, type ReactNode } from "react";
import { Link, usePlace } from "../../app/router";
import { Dialog } from "../../components/Dialog";
import { Field } from "../../components/Field";
import { attributesOf } from "../../components/Writing";
import { newKey } from "../../live/newKey";
import { useAct } from "../../live/useAct";
import { useData } from "../../live/useData";
import { common } from "../../words/common";
import { deskWords as words } from "../../words/desk";
import { sentence } from "../signIn/useCode";
import { RemoveViewDocument, SavedViewsDocument, SaveViewDocument } from "./views";

const LONGEST_NAME = 20;

/** Named filters, kept with the account: the same at every device. */
export function SavedViews(): ReactNode {
  const { data, reload } = useData(SavedViewsDocument, {});
  const [remove, removing] = useAct(RemoveViewDocument);
  const [naming, setNaming] = useState(false);
  const drop = async (viewId: string): Promise<void> => {
    if (removing) return;
    await remove({ input: { viewId, idempotencyKey: newKey() } });
    reload();
  };
  return (
    <details className="views">
      <summary>{words.savedViews}</summary>
      <div className="views-list">
        <ul>
          {data?.savedViews.nodes.map(({ id, name, page, query }) => (
            <li key={id}>
              <Link to={`${page}?${query}`}>{name}</Link>
              <button type="button" className="icon-button" aria-label={words.viewDrop(name)} onClick={() => void drop(id)}><Close aria-hidden="true" /></button>
            </li>
          ))}
        </ul>
        <button type="button" className="link" onClick={() => setNaming(true)}>{words.saveView}</button>
      </div>
      {naming && <NameView onSaved={reload} onClose={() => setNaming(false)} />}
    </details>
  );
}

function NameView({ onSaved, onClose }: { onSaved: () => void; onClose: () => void }): ReactNode {
  const { path, search } = usePlace();
  const [keep, keeping] = useAct(SaveViewDocument);
  const [name, setName] = useState("");
  const [mistake, setMistake] = useState<string | null>(null);
  const save = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (keeping) return;
    if (name.trim() === "") return setMistake(words.viewNameEmpty);
    const query = new URLSearchParams(search);
    query.delete("pages");
    const answer = await keep({ input: { name: name.trim(), page: path, query: query.toString(), idempotencyKey: newKey() } });
    setMistake(sentence(answer));
    if (answer.kind !== "done") return;
    onSaved();
    onClose();
  };
  return (
    <Dialog title={words.saveView} onClose={onClose}>
      <form onSubmit={(event) => void save(event)} noValidate>
        <Field id="view-name" label={words.viewName} plain error={mistake}>
          {(wiring) => <input {...attributesOf(wiring)} className="select" value={name} maxLength={LONGEST_NAME} onChange={(event) => setName(event.target.value)} />}
        </Field>
        <div className="dialog-buttons">
          <Button type="primary" htmlType="submit" aria-disabled={keeping}>{words.viewSave}</Button>
          <Button onClick={onClose}>{common.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
