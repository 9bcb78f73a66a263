import { graphql } from "@/gql";
import { useEffect, useRef, type ReactNode } from "react";
import { useTitle } from "../../app/Page";
import { useViewer } from "../../app/viewer";
import { FaultNote } from "../../components/FaultNote";
import { Skeleton } from "../../components/Skeleton";
import { useData } from "../../live/useData";
import { homeWords as words } from "../../words/home";
import { Management } from "../parts/Management";
import { useCases } from "../parts/useCases";
import { CertificateCard } from "./CertificateCard";
import { DraftsCard } from "./DraftsCard";
import { Functions } from "./Functions";
import { MessagesCard } from "./MessagesCard";
import { NoCase } from "./NoCase";
import { OpenCase } from "./OpenCase";
import "./home.css";

const HomeDocument = graphql(/* GraphQL */ `
  query Home {
    viewer { account { id title } person { id name { masked full } availableActions { action } } hints { code text link urgent } }
    registrations(first: 20, orderBy: NEWEST) { cursor nodes { ...CaseParts } }
    notifications(first: 3) { nodes { ...NotificationParts } }
    certificates(first: 3) { nodes { ...CertificateParts } }
  }
`);

export default function HomePage(): ReactNode {
  const { data, fault, reload } = useData(HomeDocument, {});
  const cases = data?.registrations.nodes ?? [];
  const isFresh = useCases({ cursor: data?.registrations.cursor, known: cases, onUnknown: reload });
  useNewMessages(reload);
  useTitle(words.title);
  if (data === null && fault !== null) return <FaultNote message={fault.message} reference={fault.reference} onRetry={reload} />;
  if (data === null) return <Skeleton lines={6} onRetry={reload} />;
  const { person } = data.viewer;
  const name = person?.name.full ?? person?.name.masked;
  const shown = cases.filter((one) => one.state !== "DRAFT").sort(yoursFirst).slice(0, 3);
  const drafts = cases.filter((one) => one.state === "DRAFT");
  return (
    <>
      <h1 className="hello">{name ? words.hello(name) : words.helloStranger}</h1>
      <div className="home">
        <div className="stack">
          {shown.map((one) => <OpenCase key={one.id} registration={one} fresh={isFresh(one.id)} />)}
          {shown.length === 0 && <NoCase drafts={drafts} />}
        </div>
        <div className="stack">
          {person && <Functions hints={data.viewer.hints} oldNumber={person.availableActions.some(({ action }) => action === "UPGRADE_IDENTITY_NUMBER")} />}
          <MessagesCard notifications={data.notifications.nodes} />
          <CertificateCard certificates={data.certificates.nodes} />
          {shown.length > 0 && <DraftsCard drafts={drafts} />}
          {data.certificates.nodes.length > 0 && person != null && <Management />}
        </div>
      </div>
    </>
  );
}

/** The badge counts by itself; the card beside the case follows it. */
function useNewMessages(reload: () => void): void {
  const unread = useViewer()?.unreadCount;
  const seen = useRef(unread);
  useEffect(() => {
    if (seen.current !== undefined && seen.current !== unread) reload();
    seen.current = unread;
  }, [unread, reload]);
}

/** The case that waits for the person stands first; the others keep their order. */
function yoursFirst(one: { state: string }, other: { state: string }): number {
  return Number(other.state === "RETURNED") - Number(one.state === "RETURNED");
}
