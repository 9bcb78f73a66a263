import Setting from "@ant-design/icons/es/icons/SettingOutlined";
import type { ReactNode } from "react";
import { Page } from "../../app/Page";
import { EmptyState } from "../../components/EmptyState";
import { deskWords as words } from "../../words/desk";

/** Where an administrator arrives until there is something to administer here. */
export default function AdminPage(): ReactNode {
  return (
    <Page title={words.adminTitle}>
      <div className="card"><EmptyState icon={<Setting />} title={words.adminNone} reason={words.adminReason} /></div>
    </Page>
  );
}
