import type { ReactNode } from "react";
import { DeadlineFigure } from "../../components/Deadline";
import { NextBatch } from "../../components/NextBatch";
import { StatusBand } from "../../components/StatusBand";
import type { CasePartsFragment } from "../../gql/graphql";
import { homeWords as words } from "../../words/home";
import { registrationStates } from "../../words/states";
import { GoButton } from "./GoButton";

/** State, turn and deadline of a case, with the step that waits for the person. */
export function CaseBand({ registration, amend }: { registration: CasePartsFragment; amend: string }): ReactNode {
  const { state, remarks, deadline, certificate, nextBatch } = registration;
  const open = remarks.filter((remark) => !remark.answered).length;
  const running = state === "IN_REVIEW" && deadline != null;
  return (
    <>
      <StatusBand
        {...registrationStates[state]}
        turn={state === "RETURNED" && open > 0 ? words.amendCount(open) : words.turns[state]}
        deadline={running ? <DeadlineFigure deadline={deadline} /> : undefined}
        action={
          state === "RETURNED" ? <GoButton to={amend} primary>{words.goAmend}</GoButton>
          : certificate != null ? <GoButton to={`/certificates/${certificate.id}`} primary>{words.goCertificate}</GoButton>
          : undefined
        }
      />
      {nextBatch && <NextBatch batch={nextBatch} />}
    </>
  );
}
