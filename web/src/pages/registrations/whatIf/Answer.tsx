import type { ReactNode } from "react";
import { Facts, FieldRow } from "../../../components/FieldRow";
import { Finding, Gaps, type FindingFacts } from "../../../components/Finding";
import { isGap } from "../../../components/gaps";
import { Status } from "../../../components/Status";
import type { RegistrationKind } from "../../../gql/enums";
import type { PreviewPartsFragment } from "../../../gql/graphql";
import { plainDate } from "../../../words/format";
import { attachmentKinds, registrationKinds } from "../../../words/terms";
import { whatIfWords as words } from "../../../words/whatIf";

type Preview = PreviewPartsFragment;

/** 现在 beside 如果……, each with what is missing; of the supposed one also times and attachments. */
export function Answer({ now, then, asked }: { now: Preview; then: Preview | null; asked: RegistrationKind }): ReactNode {
  return (
    <>
      <div className="what-if-sides">
        <Side heading={words.now} preview={now} asked={asked} />
        {then && <Side heading={words.then} preview={then} asked={asked} />}
      </div>
      <Outlook preview={then ?? now} />
    </>
  );
}

function Side({ heading, preview: { kind, on, findings }, asked }: { heading: string; preview: Preview; asked: RegistrationKind }): ReactNode {
  const gaps = findings.filter(isGap);
  return (
    <section className="what-if-side" aria-label={heading}>
      <h3>{heading} <span className="small secondary tn">{plainDate(on)}</span></h3>
      <p role="status"><Status family={gaps.length === 0 ? "granted" : "action"} word={words.lacking(gaps.length)} /></p>
      {kind !== asked && <p className="small">{words.sameKind(registrationKinds[kind])}</p>}
      <ul>{byRule(gaps).map((group) => <Group key={group[0]?.rule} findings={group} />)}</ul>
    </section>
  );
}

function byRule(findings: FindingFacts[]): FindingFacts[][] {
  const groups = new Map<string, FindingFacts[]>();
  for (const finding of findings) groups.set(finding.rule, [...(groups.get(finding.rule) ?? []), finding]);
  return [...groups.values()];
}

/** What one rule finds several times takes a line each. */
function Group({ findings }: { findings: FindingFacts[] }): ReactNode {
  const [first] = findings;
  if (first === undefined) return null;
  if (findings.length === 1) return <Finding finding={first} />;
  return <Gaps place={words.groups[first.rule] ?? words.others} law={first.law} gap>{findings.map(({ message }, at) => <li key={at}>{message}</li>)}</Gaps>;
}

function Outlook({ preview }: { preview: Preview }): ReactNode {
  const { windowOpensOn, windowClosesOn, dueOn, expectedDecisionOn, nextBatchOn, authorityAdvice, demands } = preview;
  return (
    <>
      <Facts>
        <FieldRow label={words.window}><span className="tn">{words.between(windowOpensOn, windowClosesOn)}</span></FieldRow>
        {authorityAdvice?.advised && <FieldRow label={words.authority} note={authorityAdvice.reason}>{authorityAdvice.advised.name}</FieldRow>}
        {dueOn && <FieldRow label={words.first}><span className="tn">{plainDate(dueOn)}</span></FieldRow>}
        {nextBatchOn && <FieldRow label={words.batch}><span className="tn">{plainDate(nextBatchOn)}</span></FieldRow>}
        {expectedDecisionOn && <FieldRow label={words.decision} note={words.decisionNote}><span className="tn">{plainDate(expectedDecisionOn)}</span></FieldRow>}
      </Facts>
      <h3>{words.demands}</h3>
      {demands.length === 0 && <p className="secondary">{words.none}</p>}
      <ul className="list">
        {demands.map(({ kind, required, demand, met }) => (
          <li key={kind}>
            <strong>{attachmentKinds[kind]}</strong> <span className="small secondary">{met ? words.attached : required ? words.required : words.wanted}</span>
            <p className="small secondary">{demand}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
