import { useId, type ReactNode } from "react";
import type { DeskCaseFragment } from "../../gql/graphql";
import { certificateWords } from "../../words/certificates";
import { plainDate } from "../../words/format";
import { changeItems, credentialKinds, kindWords as words, reissueReasons } from "../../words/kinds";
import { registrationKinds } from "../../words/terms";
import { Differences } from "../parts/Differences";

/** What an application about a certificate wants: which certificate, which items, old and new values. */
export function KindPanel({ one }: { one: DeskCaseFragment }): ReactNode {
  const heading = useId();
  const { kind, original, changes, reissueOf, reissueReason, reason, differences } = one;
  const wanted = [...changes.map((item) => changeItems[item]), ...reissueOf.map((object) => credentialKinds[object])].join("、");
  return (
    <section className="case-part" aria-labelledby={heading}>
      <h2 id={heading}>{registrationKinds[kind]}{wanted && `：${wanted}`}</h2>
      {original && <p className="small secondary">{words.original} <span className="tn">{original.number}</span>　{certificateWords.until(plainDate(original.validUntil))}</p>}
      {reissueReason && <p>{words.reissueReason}：{reissueReasons[reissueReason]}</p>}
      {reason && <p>{words.reason}：{reason}</p>}
      {differences.length > 0 && <Differences differences={differences} />}
    </section>
  );
}
