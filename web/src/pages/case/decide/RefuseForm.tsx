import Button from "antd/es/button";
import { useState, type ReactNode } from "react";
import { navigate } from "../../../app/router";
import { ErrorSummary, type Mistake } from "../../../components/ErrorSummary";
import { Field } from "../../../components/Field";
import { Note } from "../../../components/Note";
import { Status } from "../../../components/Status";
import { Writing } from "../../../components/Writing";
import type { Action } from "../../../gql/enums";
import type { DeskCaseFragment } from "../../../gql/graphql";
import { caseWords as words } from "../../../words/case";
import { isUnmet } from "../FindingsPanel";
import { DeclineDocument, RefuseDocument } from "../documents";
import { claimedOf } from "./claimedOf";
import { useKept } from "./useKept";
import { useDecide } from "./useDecide";

interface Props {
  one: DeskCaseFragment;
  action: Action;
  label: string;
  onOvertaken: () => void;
}

/** Reasons from the rules, the words of the decision, and one button that repeats the act. */
export function RefuseForm({ one, action, label, onOvertaken }: Props): ReactNode {
  const [refuse, decline] = [useDecide(RefuseDocument), useDecide(DeclineDocument)];
  const { busy, errors, decide } = action === "REFUSE_REGISTRATION" ? refuse : decline;
  const [opinion, setOpinion] = useKept(`opinion/${one.id}/${action}`);
  const [rules, setRules] = useState<ReadonlySet<string>>(new Set(one.findings.filter(isUnmet).map(({ rule }) => rule)));
  const [press, setPress] = useState(0);
  const choices = [...new Map(one.findings.map((finding) => [finding.rule, finding])).values()].sort((a, b) => Number(isUnmet(b)) - Number(isUnmet(a)));
  const mistakes: Mistake[] = press === 0 ? [] : [
    ...(rules.size === 0 ? [{ message: words.refuseRulesEmpty, field: `rule-${choices[0]?.rule}` }] : []),
    ...(opinion.trim() === "" ? [{ message: words.refuseOpinionEmpty, field: "refuse-opinion" }] : []),
  ];
  const act = async (): Promise<void> => {
    setPress(press + 1);
    if (busy || rules.size === 0 || opinion.trim() === "") return;
    const how = await decide({ ...claimedOf(one), rules: [...rules], opinion: opinion.trim() });
    if (how === "overtaken") onOvertaken();
    if (how !== "done") return;
    setOpinion("");
    navigate(`/cases/${one.id}`, { replace: true });
  };
  const toggle = (rule: string): void => setRules((now) => {
    const next = new Set(now);
    if (!next.delete(rule)) next.add(rule);
    return next;
  });
  return (
    <div className="stack">
      <ErrorSummary mistakes={mistakes} press={press} />
      {errors.length > 0 && <Note family="refused"><div role="alert">{errors.map((error) => <p key={error}>{error}</p>)}</div></Note>}
      <fieldset className="card">
        <legend className="unseen">{words.refuseRules}</legend>
        <h2 aria-hidden="true">{words.refuseRules}</h2>
        <p className="small secondary">{words.refuseRulesHint}</p>
        {choices.map((finding) => (
          <label key={finding.rule} className="choice rule-choice">
            <input id={`rule-${finding.rule}`} type="checkbox" checked={rules.has(finding.rule)} onChange={() => toggle(finding.rule)} />
            <span>
              {finding.message} <Status family={isUnmet(finding) ? "refused" : "granted"} word={isUnmet(finding) ? words.ruleUnmet : words.ruleMet} />
              <span className="fine secondary rule-law">{finding.law}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <div className="card">
        <Field id="refuse-opinion" label={words.refuseOpinion} required hint={words.refuseOpinionHint} error={press > 0 && opinion.trim() === "" ? words.refuseOpinionEmpty : null}>
          {(wiring) => <Writing wiring={wiring} rows={6} longest={2000} value={opinion} onText={setOpinion} />}
        </Field>
      </div>
      <div><Button type="primary" danger aria-disabled={busy} onClick={() => void act()}>{busy ? words.busy : label}</Button></div>
    </div>
  );
}
