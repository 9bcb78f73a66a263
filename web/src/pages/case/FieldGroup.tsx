import Message from "@ant-design/icons/es/icons/MessageOutlined";
import { useId, type ReactNode } from "react";
import { PersonName } from "../../components/PersonName";
import { Status } from "../../components/Status";
import { caseWords as words } from "../../words/case";
import { common } from "../../words/common";
import { stageKinds } from "../../words/terms";
import { useCaseDesk } from "./CaseContext";
import { keyOf, type CaseField } from "./fields";
import { OwnRemarkNote } from "./OwnRemarkNote";
import { RemarkEditor } from "./RemarkEditor";
import type { Place } from "./remarks";
import { RevealedValue } from "./RevealedValue";

export function FieldGroup({ title, fields }: { title: string; fields: CaseField[] }): ReactNode {
  const id = useId();
  return (
    <section className="case-part" aria-labelledby={id}>
      <h2 id={id}>{title}</h2>
      <dl>{fields.map((field) => <Row key={keyOf(field.path)} field={field} />)}</dl>
    </section>
  );
}

export const placeOf = ({ path, label }: CaseField): Place => ({ key: keyOf(path), label, path });

function Row({ field }: { field: CaseField }): ReactNode {
  const { field: current, lookAt, paper, writing, write, own, mayRemark } = useCaseDesk();
  const key = keyOf(field.path);
  const remark = own.find((one) => one.key === key);
  const look = (): void => lookAt(key, field.paper);
  const linked = field.paper !== undefined && paper?.kind === field.paper;
  return (
    // The row follows focus and pointer; every act inside it is a button of its own.
    <div id={`field-${key}`} data-field={key} className={`case-field${current === key ? " looked-at" : ""}${linked ? " linked" : ""}`} onFocus={look} onPointerDown={look}>
      <dt>{field.label}</dt>
      <dd>
        <Value field={field} />
        {field.note && <div className="fine secondary">{field.note}</div>}
        <Earlier path={key} />
        {writing?.key === key ? <RemarkEditor place={placeOf(field)} /> : remark && <OwnRemarkNote remark={remark} />}
      </dd>
      <dd className="case-field-act">
        {mayRemark && (
          <button type="button" className="icon-button" aria-label={remark ? words.remarkEdit(field.label) : words.remarkOn(field.label)} onClick={() => write(placeOf(field))}>
            <Message aria-hidden="true" />
          </button>
        )}
      </dd>
    </div>
  );
}

function Value({ field: { value, name, sensitive, path, label } }: { field: CaseField }): ReactNode {
  if (value === "") return <span className="tertiary">{common.none}</span>;
  if (name && !sensitive?.masked.includes("*")) return <PersonName>{value}</PersonName>;
  return sensitive ? <RevealedValue label={label} path={path} masked={value} full={sensitive.full ?? null} /> : value;
}

/** What was asked before, and whether it was answered. */
function Earlier({ path }: { path: string }): ReactNode {
  const { one } = useCaseDesk();
  return one.remarks
    .filter((remark) => keyOf(remark.path ?? []) === path)
    .map(({ id, stage, text, answered }) => (
      <div key={id} className="earlier small">
        <Status family={answered ? "granted" : "action"} word={answered ? words.answered : words.unanswered} /> {words.remarkAt(stageKinds[stage])}: {text}
      </div>
    ));
}
