import Download from "@ant-design/icons/es/icons/DownloadOutlined";
import Phone from "@ant-design/icons/es/icons/PhoneOutlined";
import Button from "antd/es/button";
import { useId, type ReactNode } from "react";
import { Link } from "../../app/router";
import { Timeline } from "../../components/Timeline";
import type { CasePartsFragment } from "../../gql/graphql";
import { homeWords as words } from "../../words/home";
import { professionTitle, registrationKinds } from "../../words/terms";
import { CaseBand } from "../parts/CaseBand";
import { stepsOf } from "../parts/steps";

export function OpenCase({ registration, fresh }: { registration: CasePartsFragment; fresh: boolean }): ReactNode {
  const heading = useId();
  const { id, kind, profession, grade, state, receipt } = registration;
  return (
    <article className="card open-case" aria-labelledby={heading}>
      <h2 id={heading}>{registrationKinds[kind]} <span className="secondary case-profession">{professionTitle(profession, grade)}</span></h2>
      <CaseBand registration={registration} amend={`/registrations/${id}`} />
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
