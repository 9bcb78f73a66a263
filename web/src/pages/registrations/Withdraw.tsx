import { graphql } from "@/gql";
import { useEffect, useRef, useState, type ReactNode } from "react";
import { Note } from "../../components/Note";
import type { CasePartsFragment } from "../../gql/graphql";
import { newKey } from "../../live/newKey";
import { useAct } from "../../live/useAct";
import { registrationWords as words } from "../../words/registrations";
import { WithReason } from "../parts/WithReason";

const WithdrawDocument = graphql(/* GraphQL */ `
  mutation Withdraw($input: WithdrawRegistrationInput!) {
    withdrawRegistration(input: $input) { cursor registration { ...CaseParts } userErrors { ...ErrorParts } }
  }
`);

const AskBackDocument = graphql(/* GraphQL */ `
  mutation RequestWithdrawal($input: RequestWithdrawalInput!) {
    requestWithdrawal(input: $input) { cursor registration { ...CaseParts } userErrors { ...ErrorParts } }
  }
`);

/** Taking the case back: at once, by asking, or why not now. What became of it stands in the button's place. */
export function Withdraw({ registration }: { registration: CasePartsFragment }): ReactNode {
  const { id, version, state, availableActions, withdrawalRequest: request } = registration;
  const [withdraw, withdrawing] = useAct(WithdrawDocument);
  const [ask, asking] = useAct(AskBackDocument);
  const offered = (action: string): boolean => availableActions.some((one) => one.action === action && one.ready);
  const [before] = useState(state);
  if (state === "WITHDRAWN") return <Card><Withdrawn now={before !== state} /></Card>;
  if (offered("WITHDRAW_REGISTRATION")) {
    return (
      <Card>
        <p className="secondary">{words.withdrawBody}</p>
        <WithReason
          words={{ button: words.withdraw, title: words.withdrawTitle, body: words.withdrawBody, busy: words.withdrawing }}
          busy={withdrawing}
          act={(reason) => withdraw({ input: { id, version, reason: reason || null, idempotencyKey: newKey() } })}
        />
      </Card>
    );
  }
  if (request?.state === "OPEN") return <Card><div role="status"><Note family="action"><strong>{words.asked}</strong><p>{words.askedBody}</p></Note></div></Card>;
  if (!offered("REQUEST_WITHDRAWAL")) return null;
  return (
    <Card>
      {request?.state === "DENIED" && <Note family="refused"><strong>{words.denied}</strong><p>{request.answer}</p></Note>}
      <p className="secondary">{words.askBody}</p>
      <WithReason
        words={{ button: words.ask, title: words.askTitle, body: words.askBody, busy: words.asking }}
        required
        busy={asking}
        act={(reason) => ask({ input: { id, version, reason, idempotencyKey: newKey() } })}
      />
    </Card>
  );
}

function Card({ children }: { children: ReactNode }): ReactNode {
  return <section className="card stack"><h2>{words.withdraw}</h2>{children}</section>;
}

/** The button that was pressed is gone; whoever pressed it goes on here. */
function Withdrawn({ now }: { now: boolean }): ReactNode {
  const result = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (now) result.current?.focus();
  }, [now]);
  return (
    <div ref={result} role="status" tabIndex={-1}>
      <Note family="progress"><strong>{words.withdrawn}</strong><p>{words.withdrawnBody}</p></Note>
    </div>
  );
}
