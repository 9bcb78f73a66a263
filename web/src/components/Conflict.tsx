import Button from "antd/es/button";
import { useState, type ReactNode } from "react";
import { conflictWords as words } from "../words/conflict";
import { Dialog } from "./Dialog";
import "./conflict.css";

export interface Clash {
  /** Name of the field, as the service knows it. */
  field: string;
  label: string;
  mine: string;
  theirs: string;
}

interface Props {
  clashes: Clash[];
  /** Clock time of the other save, when known. */
  at?: string;
  onSave: (choice: Record<string, "mine" | "theirs">) => void;
  onLater: () => void;
}

/** Two devices wrote the same field: the person chooses, field by field. The only surface for this. */
export function Conflict({ clashes, at, onSave, onLater }: Props): ReactNode {
  const [choice, setChoice] = useState<Record<string, "mine" | "theirs">>({});
  const chosen = (field: string): "mine" | "theirs" => choice[field] ?? "mine";
  return (
    <Dialog title={words.title} onClose={onLater} wide>
      <p>{words.body(clashes.length)}</p>
      <table className="conflict">
        <thead>
          <tr><th scope="col">{words.content}</th><th scope="col">{words.mine}</th><th scope="col">{words.theirs(at)}</th></tr>
        </thead>
        <tbody>
          {clashes.map(({ field, label, mine, theirs }) => (
            <tr key={field}>
              <th scope="row">{label}</th>
              {(["mine", "theirs"] as const).map((side) => (
                <td key={side}>
                  <label>
                    <input type="radio" name={field} checked={chosen(field) === side} onChange={() => setChoice({ ...choice, [field]: side })} />
                    {(side === "mine" ? mine : theirs) || words.empty}
                  </label>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <div className="dialog-buttons">
        <Button type="primary" onClick={() => onSave(Object.fromEntries(clashes.map(({ field }) => [field, chosen(field)])))}>{words.save}</Button>
        <Button onClick={onLater}>{words.later}</Button>
      </div>
    </Dialog>
  );
}
