import FileText from "@ant-design/icons/es/icons/FileTextOutlined";
import type { ReactNode } from "react";
import { GoButton } from "../parts/GoButton";
import { EmptyState } from "../../components/EmptyState";
import type { CasePartsFragment } from "../../gql/graphql";
import { homeWords as words } from "../../words/home";
import { DraftsCard } from "./DraftsCard";

/** Nothing was submitted yet: a draft is gone on with, and only who has none begins. */
export function NoCase({ drafts }: { drafts: CasePartsFragment[] }): ReactNode {
  const [newest] = drafts;
  if (newest !== undefined)
    return (
      <>
        <DraftsCard title={words.drafts} drafts={drafts} />
        <div><GoButton to={`/registrations/${newest.id}/edit/pledge`} primary>{words.goOn}</GoButton></div>
      </>
    );
  return (
    <section className="card">
      <EmptyState
        icon={<FileText />}
        title={words.noCase}
        reason={words.noCaseReason}
        action={<div className="gap-above"><GoButton to="/registrations/new" primary>{words.startInitial}</GoButton></div>}
      />
    </section>
  );
}
