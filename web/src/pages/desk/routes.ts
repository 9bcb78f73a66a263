import { lazy } from "react";
import type { Route } from "../../app/router";
import type * as pages from "./seldom";

/** A page of the part that holds the seldom ones. */
const seldom = (page: keyof typeof pages): Route["page"] => lazy(() => import("./seldom").then((all) => ({ default: all[page] })));

/** Pages of the reviewers' desk. */
export const deskRoutes: Route[] = [
  { path: "/desk", layout: "desk", page: lazy(() => import("./QueuePage")) },
  { path: "/desk/mine", layout: "desk", page: lazy(() => import("./MinePage")) },
  { path: "/desk/returned", layout: "desk", page: lazy(() => import("./ReturnedPage")) },
  { path: "/desk/certificates", layout: "desk", page: seldom("deliveries") },
  { path: "/desk/workload", layout: "desk", page: seldom("workload") },
  { path: "/batches", layout: "desk", page: seldom("batches") },
  { path: "/batches/:id", layout: "desk", page: seldom("batch") },
  { path: "/desk/revocations", layout: "desk", page: seldom("revocations") },
  { path: "/desk/revocations/:id", layout: "desk", page: seldom("revocations") },
  { path: "/desk/inbox", layout: "desk", page: lazy(() => import("../inbox/InboxPage")) },
  { path: "/imports", layout: "desk", page: seldom("imports") },
  { path: "/imports/:id", layout: "desk", page: seldom("file") },
  { path: "/exports", layout: "desk", page: seldom("exports") },
  { path: "/desk/recoveries", layout: "desk", page: seldom("recoveries") },
  { path: "/desk/corrections", layout: "desk", page: seldom("corrections") },
  { path: "/cases/:id", layout: "desk", page: lazy(() => import("../case/CasePage")) },
  { path: "/cases/:id/:act", layout: "desk", page: lazy(() => import("../case/RefusePage")) },
  { path: "/admin", layout: "desk", page: seldom("recoveries") },
];
