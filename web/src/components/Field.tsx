import type { ReactNode } from "react";
import { common } from "../words/common";
import "./field.css";

export interface Wiring {
  id: string;
  "aria-describedby": string | undefined;
  "aria-invalid": true | undefined;
  "aria-required": true | undefined;
  status: "error" | "";
}

interface Props {
  id: string;
  label: string;
  required?: boolean;
  /** 必填 and 选填 are words; forms of one or two fields leave them out. */
  plain?: boolean;
  hint?: string;
  error?: string | null;
  wide?: boolean;
  children: (wiring: Wiring) => ReactNode;
}

/** A labelled control: the same sentence stands here and in the summary. */
export function Field({ id, label, required = false, plain = false, hint, error, wide = false, children }: Props): ReactNode {
  const described = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean).join(" ") || undefined;
  return (
    <div className={wide ? "field field-wide" : "field"}>
      <label htmlFor={id}>
        {label}
        {!plain && <span className={required ? "field-need" : "field-need field-optional"}>{required ? common.required : common.optional}</span>}
      </label>
      {hint && <p id={`${id}-hint`} className="small secondary">{hint}</p>}
      {children({ id, "aria-describedby": described, "aria-invalid": error ? true : undefined, "aria-required": required || undefined, status: error ? "error" : "" })}
      {error && <p id={`${id}-error`} className="field-error">{error}</p>}
    </div>
  );
}
