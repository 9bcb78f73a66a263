import Bell from "@ant-design/icons/es/icons/BellOutlined";
import FileText from "@ant-design/icons/es/icons/FileTextOutlined";
import Home from "@ant-design/icons/es/icons/HomeOutlined";
import Safety from "@ant-design/icons/es/icons/SafetyCertificateOutlined";
import User from "@ant-design/icons/es/icons/UserOutlined";
import type { ComponentType, ReactNode } from "react";
import { shell } from "../words/shell";
import { common } from "../words/common";
import { employerWords } from "../words/employer";
import { IdleWarning } from "./IdleWarning";
import { LiveStateBar, LiveStateWord } from "./LiveState";
import { Link, usePlace } from "./router";
import { TopBar } from "./TopBar";
import { useNews } from "./useNews";
import { useViewer } from "./viewer";

interface Entry {
  to: string;
  word: string;
  icon: ComponentType;
}

const entries: Entry[] = [
  { to: "/home", word: shell.home, icon: Home },
  { to: "/registrations", word: shell.registrations, icon: FileText },
  { to: "/certificates", word: shell.certificates, icon: Safety },
  { to: "/inbox", word: shell.inbox, icon: Bell },
  { to: "/me", word: shell.me, icon: User },
];

const employerEntries: Entry[] = [
  { to: "/employer/reports", word: employerWords.reports, icon: FileText },
  { to: "/employer/forced", word: employerWords.forced, icon: FileText },
  { to: "/employer/people", word: employerWords.people, icon: Safety },
  { to: "/inbox", word: shell.inbox, icon: Bell },
  { to: "/me", word: shell.me, icon: User },
];

export function PersonFrame({ children }: { children: ReactNode }): ReactNode {
  const unread = useNews();
  return (
    <div className="with-tabs">
      <TopBar home="/home" subtitle={common.productLong} navigation={<Tabs unread={unread} />} end={<LiveStateWord />} />
      <main id="main" className="main" tabIndex={-1}><LiveStateBar />{children}</main>
      <IdleWarning />
    </div>
  );
}

function Tabs({ unread }: { unread: number }): ReactNode {
  const { path } = usePlace();
  const own = useViewer()?.account?.kind === "EMPLOYER" ? employerEntries : entries;
  return (
    <nav className="tabs" aria-label={shell.personNavigation}>
      {own.map(({ to, word, icon: Icon }) => (
        <Link key={to} to={to} className="tab" aria-current={path === to || path.startsWith(`${to}/`) ? "page" : undefined}>
          <span className="tab-icon" aria-hidden="true"><Icon /></span>
          {word}
          {to === "/inbox" && unread > 0 && <Count value={unread} />}
        </Link>
      ))}
    </nav>
  );
}

function Count({ value }: { value: number }): ReactNode {
  return (
    <span className="count">
      <span aria-hidden="true">{value}</span>
      <span className="unseen">{shell.unread(value)}</span>
    </span>
  );
}
