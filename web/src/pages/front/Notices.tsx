import { graphql } from "@/gql";
import type { ReactNode } from "react";
import { FaultNote } from "../../components/FaultNote";
import { Skeleton } from "../../components/Skeleton";
import type { NoticePartsFragment } from "../../gql/graphql";
import type { Fault } from "../../live/faults";
import { plainDate } from "../../words/format";
import { frontWords as words } from "../../words/registrations";

graphql(/* GraphQL */ `
  fragment NoticeParts on Notice { id heading publishedAt }
`);

interface Props {
  notices: NoticePartsFragment[] | null;
  fault: Fault | null;
  onRetry: () => void;
}

/** The newest notices with their dates; each has a page of the service's own, which needs no script. */
export function Notices({ notices, fault, onRetry }: Props): ReactNode {
  return (
    <section className="card" aria-labelledby="notices">
      <h2 id="notices">{words.notices}</h2>
      {notices === null && (fault === null ? <Skeleton lines={3} /> : <FaultNote message={fault.message} reference={fault.reference} onRetry={onRetry} />)}
      {notices?.length === 0 && <p className="secondary">{words.noNotices}</p>}
      <ul className="list front-notices">
        {notices?.map(({ id, heading, publishedAt }) => (
          <li key={id}>
            <time className="tn secondary" dateTime={plainDate(publishedAt)}>{plainDate(publishedAt)}</time>
            <a href={`/notices/${id}`}>{heading}</a>
          </li>
        ))}
      </ul>
      <p><a className="tap" href="/notices">{words.allNotices}</a></p>
    </section>
  );
}
