import { lazy } from "react";
import type { Route } from "../../app/router";

/** Pages of the reviewers' desk. */
export const deskRoutes: Route[] = [
  { path: "/desk", layout: "desk", page: lazy(() => import("./QueuePage")) },
  { path: "/desk/mine", layout: "desk", page: lazy(() => import("./MinePage")) },
  { path: "/desk/returned", layout: "desk", page: lazy(() => import("./ReturnedPage")) },
  { path: "/desk/certificates", layout: "desk", page: lazy(() => import("../deliveries/DeskPage")) },
  { path: "/desk/workload", layout: "desk", page: lazy(() => import("./WorkloadPage")) },
  { path: "/batches", layout: "desk", page: lazy(() => import("../batches/ListPage")) },
  { path: "/batches/:id", layout: "desk", page: lazy(() => import("../batches/BatchPage")) },
  { path: "/desk/revocations", layout: "desk", page: lazy(() => import("../revocations/RevocationsPage")) },
  { path: "/desk/revocations/:id", layout: "desk", page: lazy(() => import("../revocations/RevocationsPage")) },
  { path: "/desk/inbox", layout: "desk", page: lazy(() => import("../inbox/InboxPage")) },
  { path: "/imports", layout: "desk", page: lazy(() => import("../imports/ListPage")) },
  { path: "/imports/:id", layout: "desk", page: lazy(() => import("../imports/ImportPage")) },
  { path: "/exports", layout: "desk", page: lazy(() => import("../exports/ListPage")) },
  { path: "/desk/recoveries", layout: "desk", page: lazy(() => import("./recoveries/RecoveriesPage")) },
  { path: "/desk/corrections", layout: "desk", page: lazy(() => import("../corrections/DeskPage")) },
  { path: "/cases/:id", layout: "desk", page: lazy(() => import("../case/CasePage")) },
  { path: "/cases/:id/:act", layout: "desk", page: lazy(() => import("../case/RefusePage")) },
  { path: "/admin", layout: "desk", page: lazy(() => import("./recoveries/RecoveriesPage")) },
];
