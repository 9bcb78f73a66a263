import CheckCircle from "@ant-design/icons/es/icons/CheckCircleOutlined";
import Info from "@ant-design/icons/es/icons/InfoCircleOutlined";
import Warning from "@ant-design/icons/es/icons/WarningOutlined";
import type { ReactNode } from "react";
import type { DeskFindingFragment } from "../../gql/graphql";
import { caseWords as words } from "../../words/case";
import { common } from "../../words/common";
import { findingWords } from "../../words/finding";
import { useCaseDesk } from "./CaseContext";
import { fieldsOf, keyOf } from "./fields";

export const isUnmet = ({ met, severity }: Pick<DeskFindingFragment, "met" | "severity">): boolean => !met && severity === "BLOCKING";

/** What the rules say, gaps first. */
export function FindingsPanel({ findings }: { findings: readonly DeskFindingFragment[] }): ReactNode {
  const unmet = findings.filter(isUnmet);
  const warned = findings.filter((finding) => !finding.met && !isUnmet(finding));
  const met = findings.filter((finding) => finding.met);
  return (
    <section className="case-part" aria-labelledby="findings">
      <h2 id="findings">
        {words.findings}
        {met.length > 0 && <span className="count-met">{words.met(met.length)}</span>}
        {warned.length > 0 && <span className="count-warned">{words.warned(warned.length)}</span>}
        {unmet.length > 0 && <span className="count-unmet">{words.unmet(unmet.length)}</span>}
      </h2>
      {findings.length === 0 && <p className="secondary">{words.noFindings}</p>}
      <ul className="gaps">{[...unmet, ...warned].map((finding, at) => <Gap key={`${finding.rule}/${at}`} finding={finding} />)}</ul>
      {met.length > 0 && (
        <details className="mets" open={met.length <= 4}>
          <summary className="small">{words.showMet(met.length)}</summary>
          <ul>{met.map((finding, at) => <li key={`${finding.rule}/${at}`}><CheckCircle aria-hidden="true" /> <span><span className="unseen">{findingWords.met}</span>{finding.message}</span></li>)}</ul>
        </details>
      )}
    </section>
  );
}

function Gap({ finding }: { finding: DeskFindingFragment }): ReactNode {
  const { one, lookAt } = useCaseDesk();
  const blocking = isUnmet(finding);
  const field = fieldsOf(one).find(({ path }) => keyOf(path) === keyOf(finding.path ?? []));
  const go = (): void => {
    if (field === undefined) return;
    lookAt(keyOf(field.path), field.paper);
    document.getElementById(`field-${keyOf(field.path)}`)?.scrollIntoView({ block: "center" });
  };
  const sentence = <><span className="unseen">{blocking ? findingWords.unmet : ""}</span>{finding.message}</>;
  return (
    <li className={blocking ? "gap-unmet" : "gap-warned"}>
      {blocking ? <Warning aria-hidden="true" /> : <Info aria-hidden="true" />}
      <div>
        {field ? <button type="button" className="link" onClick={go}>{sentence}</button> : sentence}
        <div className="fine gap-values">
          {finding.present && <span>{common.present} {finding.present}</span>}
          {finding.needed && <span>{common.needed} {finding.needed}</span>}
          <span>{common.law(finding.law)}</span>
        </div>
      </div>
    </li>
  );
}
