import Inbox from "@ant-design/icons/es/icons/InboxOutlined";
import type { ReactNode } from "react";
import "./notes.css";

interface Props {
  /** What is not there. */
  title: string;
  /** Why, and what will fill it. */
  reason: string;
  icon?: ReactNode;
  action?: ReactNode;
}

export function EmptyState({ title, reason, icon = <Inbox />, action }: Props): ReactNode {
  return (
    <div className="empty">
      <span className="empty-icon" aria-hidden="true">{icon}</span>
      <div>
        <strong>{title}</strong>
        <p>{reason}</p>
        {action}
      </div>
    </div>
  );
}
