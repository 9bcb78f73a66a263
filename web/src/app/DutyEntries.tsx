import Bell from "@ant-design/icons/es/icons/BellOutlined";
import Stop from "@ant-design/icons/es/icons/StopOutlined";
import type { ReactNode } from "react";
import { shell } from "../words/shell";
import { Link } from "./router";
import { useNews } from "./useNews";

/** Of whoever answers for the authority's work: messages of what is overdue, and revocations. */
export default function DutyEntries({ path }: { path: string }): ReactNode {
  const unread = useNews();
  return (
    <>
      <Link to="/desk/inbox" className="side-entry" aria-current={path === "/desk/inbox" ? "page" : undefined}>
        <span aria-hidden="true"><Bell /></span>
        <span>{shell.inbox}</span>
        {unread > 0 && <span className="side-count tn"><span aria-hidden="true">{unread}</span><span className="unseen">{shell.unread(unread)}</span></span>}
      </Link>
      <Link to="/desk/revocations" className="side-entry" aria-current={path === "/desk/revocations" ? "page" : undefined}>
        <span aria-hidden="true"><Stop /></span>
        <span>{shell.revocations}</span>
      </Link>
    </>
  );
}
