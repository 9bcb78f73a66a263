import Lock from "@ant-design/icons/es/icons/LockOutlined";
import type { ReactNode } from "react";
import { EmptyState } from "../components/EmptyState";
import { missing } from "../words/common";
import { Page } from "./Page";
import { Link } from "./router";

/** One page for what is not there and for what is not yours: nothing leaks. */
export function NotFound(): ReactNode {
  return (
    <Page title={missing.heading}>
      <div className="card">
        <EmptyState icon={<Lock />} title={missing.why} reason={missing.body} action={<Link className="link" to="/">{missing.home}</Link>} />
      </div>
    </Page>
  );
}
