import BarChart from "@ant-design/icons/es/icons/BarChartOutlined";
import Calendar from "@ant-design/icons/es/icons/CalendarOutlined";
import Inbox from "@ant-design/icons/es/icons/InboxOutlined";
import Key from "@ant-design/icons/es/icons/KeyOutlined";
import FileDone from "@ant-design/icons/es/icons/FileDoneOutlined";
import Rollback from "@ant-design/icons/es/icons/RollbackOutlined";
import Send from "@ant-design/icons/es/icons/SendOutlined";
import User from "@ant-design/icons/es/icons/UserOutlined";
import { lazy, Suspense, type ComponentType, type ReactNode } from "react";
import { PersonName } from "../components/PersonName";
import { useStore } from "../live/store";
import { shell } from "../words/shell";
import { useDeskFeed } from "../pages/desk/useDeskFeed";
import { deskCounts } from "./deskCounts";
import { IdleWarning } from "./IdleWarning";
import { LiveStateBar, LiveStateWord } from "./LiveState";
import { Link, usePlace } from "./router";
import { TopBar } from "./TopBar";
import { useViewer } from "./viewer";
import "./desk.css";

const DutyEntries = lazy(() => import("./DutyEntries"));

interface Entry {
  to: string;
  word: string;
  icon: ComponentType;
  count: "queue" | "mine" | "returned" | null;
}

const CORRECTIONS = "/desk/corrections";
const RECOVERIES = "/desk/recoveries";
/** Pages of some posts only. */
const POSTS: Record<string, readonly string[]> = {
  "/batches": ["FIRST_EXAMINER", "ANNOUNCER", "HEAD"],
  "/desk/certificates": ["CERTIFICATE_MAKER", "HEAD"],
  "/imports": ["AUTHORITY_ADMIN"],
  [RECOVERIES]: ["ACCEPTOR"],
  [CORRECTIONS]: ["ACCEPTOR", "PRE_EXAMINER", "FIRST_EXAMINER", "EXAMINER", "FINAL_EXAMINER"],
};

const ON_DUTY = ["HEAD", "DECIDER", "FINAL_EXAMINER"];

const entries: Entry[] = [
  { to: "/desk", word: shell.queue, icon: Inbox, count: "queue" },
  { to: "/desk/mine", word: shell.mine, icon: FileDone, count: "mine" },
  { to: "/desk/returned", word: shell.returned, icon: Rollback, count: "returned" },
  { to: "/batches", word: shell.batches, icon: Calendar, count: null },
  { to: "/desk/certificates", word: shell.deliveries, icon: Send, count: null },
  { to: "/desk/workload", word: shell.workload, icon: BarChart, count: null },
  { to: "/imports", word: shell.imports, icon: FileDone, count: null },
  { to: RECOVERIES, word: shell.recoveries, icon: Key, count: null },
  { to: CORRECTIONS, word: shell.corrections, icon: User, count: null },
];

/** The reviewers' frame: side bar on a desktop, a sliding bar of the same entries on phones. */
export default function DeskFrame({ children }: { children: ReactNode }): ReactNode {
  const reviewer = useViewer()?.reviewer;
  useDeskFeed(reviewer != null);
  const end = (
    <>
      <LiveStateWord />
      <Link className="top-link" to="/me"><User aria-hidden="true" /> <PersonName>{reviewer?.name ?? shell.me}</PersonName></Link>
    </>
  );
  return (
    <div className="desk">
      <TopBar home="/desk" subtitle={[shell.deskTitle, reviewer?.authority.name].filter(Boolean).join("　")} end={end} />
      {reviewer != null && <Side posts={reviewer.roles.map(({ role }) => role)} />}
      <main id="main" className="desk-main" tabIndex={-1}><LiveStateBar />{children}</main>
      <IdleWarning />
    </div>
  );
}

function Side({ posts }: { posts: readonly string[] }): ReactNode {
  const { path } = usePlace();
  const counts = useStore(deskCounts);
  return (
    <nav className="side" aria-label={shell.deskNavigation}>
      {entries.filter(({ to }) => POSTS[to]?.some((post) => posts.includes(post)) ?? true).map(({ to, word, icon: Icon, count }) => (
        <Link key={to} to={to} className="side-entry" aria-current={path === to ? "page" : undefined}>
          <span aria-hidden="true"><Icon /></span>
          <span>{word}</span>
          {count !== null && counts[count] !== null && <span className="side-count tn">{counts[count]}</span>}
        </Link>
      ))}
      <Suspense>{posts.some((post) => ON_DUTY.includes(post)) && <DutyEntries path={path} />}</Suspense>
    </nav>
  );
}
