import CheckCircle from "@ant-design/icons/es/icons/CheckCircleOutlined";
import Clock from "@ant-design/icons/es/icons/ClockCircleOutlined";
import CloseCircle from "@ant-design/icons/es/icons/CloseCircleOutlined";
import Warning from "@ant-design/icons/es/icons/WarningOutlined";
import type { ReactNode } from "react";
import { common } from "../words/common";
import { findingWords as words } from "../words/finding";
import { isGap } from "./gaps";
import "./finding.css";

export interface FindingFacts {
  rule: string;
  severity: "BLOCKING" | "WARNING" | "ADVICE";
  met: boolean;
  message: string;
  law: string;
  present?: string | null;
  needed?: string | null;
  advice?: string | null;
  metAt?: string | null;
  path?: string[] | null;
  parts?: FindingFacts[];
}

/** A gap: what is, what is needed, what to do, and which law asks for it. */
export function Finding({ finding, action }: { finding: FindingFacts; action?: ReactNode }): ReactNode {
  const heals = finding.metAt != null;
  const look = heals ? "heals" : isGap(finding) ? "unmet" : "warns";
  const Icon = heals ? Clock : isGap(finding) ? CloseCircle : Warning;
  return (
    <li className={`finding ${look}`}>
      <span className="finding-icon"><Icon aria-hidden="true" /></span>
      <div className="finding-body">
        <strong><span className="unseen">{heals ? words.heals : words.unmet}</span>{finding.message}</strong>
        {(finding.present != null || finding.needed != null) && (
          <dl className="finding-values">
            {finding.present != null && <div><dt>{common.present}</dt><dd>{finding.present}</dd></div>}
            {finding.needed != null && <div><dt>{common.needed}</dt><dd>{finding.needed}</dd></div>}
          </dl>
        )}
        {finding.metAt != null && <p className="small">{words.metAt(finding.metAt)}</p>}
        {finding.advice != null && <p className="small">{finding.advice}</p>}
        {action}
        <p className="fine tertiary">{common.law(finding.law)}</p>
        {(finding.parts?.length ?? 0) > 0 && (
          <ul className="finding-parts">{finding.parts?.map((part, at) => (part.met ? <Met key={`${part.rule}/${at}`}>{part.message}</Met> : <Finding key={`${part.rule}/${at}`} finding={part} />))}</ul>
        )}
      </div>
    </li>
  );
}

/** Several gaps that one rule finds in one place: one line each, the law once. */
export function Gaps({ place, law, gap, children }: { place: string; law: string; gap: boolean; children: ReactNode[] }): ReactNode {
  const Icon = gap ? CloseCircle : Warning;
  return (
    <li className={`finding ${gap ? "unmet" : "warns"}`}>
      <span className="finding-icon"><Icon aria-hidden="true" /></span>
      <div className="finding-body">
        <strong>{words.lackingAt(place, children.length)}</strong>
        <ul className="finding-lines small">{children}</ul>
        <p className="fine tertiary">{common.law(law)}</p>
      </div>
    </li>
  );
}

export function Met({ children }: { children: ReactNode }): ReactNode {
  return (
    <li className="met">
      <CheckCircle aria-hidden="true" />
      <span><span className="unseen">{words.met}</span>{children}</span>
    </li>
  );
}
