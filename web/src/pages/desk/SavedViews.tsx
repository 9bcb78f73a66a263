import Close from "@ant-design/icons/es/icons/CloseOutlined";
import Button from "antd/es/button";
import { useState, type FormEvent, type ReactNode } from "react";
import { Link, usePlace } from "../../app/router";
import { Dialog } from "../../components/Dialog";
import { Field } from "../../components/Field";
import { attributesOf } from "../../components/Writing";
import { useStore } from "../../live/store";
import { common } from "../../words/common";
import { deskWords as words } from "../../words/desk";
import { dropView, savedViews, saveView } from "./savedViews";

/** Named filters: each is an address. */
export function SavedViews(): ReactNode {
  const views = useStore(savedViews);
  const [naming, setNaming] = useState(false);
  return (
    <details className="views">
      <summary>{words.savedViews}</summary>
      <div className="views-list">
        <ul>
          {views.map(({ name, to }) => (
            <li key={name}>
              <Link to={to}>{name}</Link>
              <button type="button" className="icon-button" aria-label={words.viewDrop(name)} onClick={() => dropView(name)}><Close aria-hidden="true" /></button>
            </li>
          ))}
        </ul>
        <button type="button" className="link" onClick={() => setNaming(true)}>{words.saveView}</button>
      </div>
      {naming && <NameView onClose={() => setNaming(false)} />}
    </details>
  );
}

function NameView({ onClose }: { onClose: () => void }): ReactNode {
  const { path, search } = usePlace();
  const [name, setName] = useState("");
  const [pressed, setPressed] = useState(false);
  const save = (event: FormEvent): void => {
    event.preventDefault();
    setPressed(true);
    if (name.trim() === "") return;
    const query = new URLSearchParams(search);
    query.delete("pages");
    saveView({ name: name.trim(), to: `${path}?${query.toString()}` });
    onClose();
  };
  return (
    <Dialog title={words.saveView} onClose={onClose}>
      <form onSubmit={save} noValidate>
        <Field id="view-name" label={words.viewName} plain error={pressed && name.trim() === "" ? words.viewNameEmpty : null}>
          {(wiring) => <input {...attributesOf(wiring)} className="select" value={name} maxLength={20} onChange={(event) => setName(event.target.value)} />}
        </Field>
        <div className="dialog-buttons">
          <Button type="primary" htmlType="submit">{words.viewSave}</Button>
          <Button onClick={onClose}>{common.cancel}</Button>
        </div>
      </form>
    </Dialog>
  );
}
