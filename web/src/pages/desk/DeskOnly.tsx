import Lock from "@ant-design/icons/es/icons/LockOutlined";
import type { ReactNode } from "react";
import { Page } from "../../app/Page";
import { Link } from "../../app/router";
import { useViewer, type ShellViewer } from "../../app/viewer";
import { EmptyState } from "../../components/EmptyState";
import { deskWords as words } from "../../words/desk";

export type Reviewer = NonNullable<ShellViewer["reviewer"]>;

/** The desk is for reviewers: anybody else reads whom to ask. */
export function DeskOnly({ children }: { children: (reviewer: Reviewer) => ReactNode }): ReactNode {
  const viewer = useViewer();
  if (viewer?.reviewer != null) return children(viewer.reviewer);
  return (
    <Page title={words.forbidden}>
      <div className="card">
        <EmptyState icon={<Lock />} title={words.forbidden} reason={words.forbiddenReason} action={<Link className="link" to="/home">{words.goHome}</Link>} />
      </div>
    </Page>
  );
}
