import FileText from "@ant-design/icons/es/icons/FileTextOutlined";
import type { ReactNode } from "react";
import { GoButton } from "../parts/GoButton";
import { EmptyState } from "../../components/EmptyState";
import type { CasePartsFragment } from "../../gql/graphql";
import { homeWords as words } from "../../words/home";
import { DraftsCard } from "./DraftsCard";

export function NoCase({ drafts }: { drafts: CasePartsFragment[] }): ReactNode {
  return (
    <>
      {drafts.length > 0 && <DraftsCard drafts={drafts} />}
      <section className="card">
        <EmptyState
          icon={<FileText />}
          title={words.noCase}
          reason={words.noCaseReason}
          action={drafts.length === 0 ? <div className="gap-above"><GoButton to="/registrations/new" primary>{words.startInitial}</GoButton></div> : undefined}
        />
      </section>
    </>
  );
}
