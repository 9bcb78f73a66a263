import Download from "@ant-design/icons/es/icons/DownloadOutlined";
import Phone from "@ant-design/icons/es/icons/PhoneOutlined";
import Button from "antd/es/button";
import { useId, type ReactNode } from "react";
import { Link } from "../../app/router";
import { DeadlineFigure } from "../../components/Deadline";
import { StatusBand } from "../../components/StatusBand";
import { Timeline } from "../../components/Timeline";
import type { CasePartsFragment } from "../../gql/graphql";
import { homeWords as words } from "../../words/home";
import { registrationStates } from "../../words/states";
import { professionTitle, registrationKinds } from "../../words/terms";
import { GoButton } from "../parts/GoButton";
import { stepsOf } from "../parts/steps";

export function OpenCase({ registration, fresh }: { registration: CasePartsFragment; fresh: boolean }): ReactNode {
  const heading = useId();
  const { id, kind, profession, grade, state, receipt } = registration;
  return (
    <article className="card open-case" aria-labelledby={heading}>
      <h2 id={heading}>{registrationKinds[kind]} <span className="secondary case-profession">{professionTitle(profession, grade)}</span></h2>
      <CaseBand registration={registration} />
      <h3>{words.progress}</h3>
      <Timeline steps={stepsOf(registration, fresh)} />
      <CaseFacts registration={registration} />
      <div className="row">
        {receipt?.downloadUrl && <Button href={receipt.downloadUrl} icon={<Download aria-hidden="true" />}>{words.downloadReceipt}</Button>}
        {state !== "RETURNED" && <Link className="tap" to={`/registrations/${id}`}>{words.viewContent}</Link>}
      </div>
    </article>
  );
}

/** State, turn and deadline of a case, with the step that waits for the person. */
export function CaseBand({ registration }: { registration: CasePartsFragment }): ReactNode {
  const { id, state, remarks, deadline, certificate } = registration;
  const open = remarks.filter((remark) => !remark.answered).length;
  const running = state === "IN_REVIEW" && deadline != null;
  return (
    <StatusBand
      {...registrationStates[state]}
      turn={state === "RETURNED" && open > 0 ? words.amendCount(open) : words.turns[state]}
      deadline={running ? <DeadlineFigure deadline={deadline} /> : undefined}
      action={
        state === "RETURNED" ? <GoButton to={`/registrations/${id}`} primary>{words.goAmend}</GoButton>
        : certificate != null ? <GoButton to={`/certificates/${certificate.id}`} primary>{words.goCertificate}</GoButton>
        : undefined
      }
    />
  );
}

function CaseFacts({ registration }: { registration: CasePartsFragment }): ReactNode {
  const { id, authority, employment, number } = registration;
  return (
    <dl className="case-facts">
      {authority && (
        <div>
          <dt>{words.authority}</dt>
          <dd>{authority.name}<br /><Link className="small" to={`/registrations/${id}#contact`}><Phone aria-hidden="true" /> {words.contact}</Link></dd>
        </div>
      )}
      {employment.name && <div><dt>{words.employer}</dt><dd>{employment.name}</dd></div>}
      {number && <div><dt>{words.receiptNumber}</dt><dd className="tn">{number}</dd></div>}
    </dl>
  );
}
