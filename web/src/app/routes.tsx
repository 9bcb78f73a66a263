import { lazy } from "react";
import type * as pages from "../pages/account/all";
import type * as employers from "../pages/employer/all";
import type * as ways from "../pages/signIn/ways";
import { deskRoutes } from "../pages/desk/routes";
import type { Route } from "./router";

/** A page of a part that holds several. */
const account = (page: keyof typeof pages): Route["page"] => lazy(() => import("../pages/account/all").then((all) => ({ default: all[page] })));
const employer = (page: keyof typeof employers): Route["page"] => lazy(() => import("../pages/employer/all").then((all) => ({ default: all[page] })));
const way = (page: keyof typeof ways): Route["page"] => lazy(() => import("../pages/signIn/ways").then((all) => ({ default: all[page] })));

const publicRoutes: Route[] = [
  { path: "/", layout: "public", page: lazy(() => import("../pages/front/FrontPage")) },
  { path: "/fire-engineer", layout: "public", page: lazy(() => import("../pages/front/FireEngineerPage")) },
  { path: "/sign-in", layout: "public", page: lazy(() => import("../pages/signIn/SignInPage")) },
  { path: "/sign-in/new-password", layout: "public", page: way("newPassword") },
  { path: "/sign-in/link", layout: "public", page: way("link") },
  { path: "/sign-in/holder", layout: "public", page: account("holder") },
  { path: "/sign-in/identity", layout: "public", page: account("upgraded") },
  { path: "/sign-in/recover", layout: "public", page: way("recover") },
];

const personRoutes: Route[] = [
  { path: "/home", layout: "person", page: lazy(() => import("../pages/home/HomePage")) },
  { path: "/registrations", layout: "person", page: lazy(() => import("../pages/registrations/ListPage")) },
  { path: "/registrations/new", layout: "person", page: lazy(() => import("../pages/registrations/NewPage")) },
  { path: "/registrations/:id", layout: "person", page: lazy(() => import("../pages/registrations/CasePage")) },
  { path: "/registrations/:id/edit/:step", layout: "person", page: lazy(() => import("../pages/wizard/WizardPage")) },
  { path: "/registrations/:id/check", layout: "person", page: lazy(() => import("../pages/submit/CheckPage")) },
  { path: "/registrations/:id/receipt", layout: "person", page: lazy(() => import("../pages/submit/ReceiptPage")) },
  { path: "/certificates", layout: "person", page: lazy(() => import("../pages/certificates/ListPage")) },
  { path: "/certificates/:id", layout: "person", page: lazy(() => import("../pages/certificates/CertificatePage")) },
  { path: "/inbox", layout: "person", page: lazy(() => import("../pages/inbox/InboxPage")) },
  { path: "/me/complete", layout: "person", page: account("complete") },
  { path: "/me/identity", layout: "person", page: account("upgrade") },
  { path: "/history", layout: "person", page: account("history") },
  { path: "/me/corrections", layout: "person", page: account("corrections") },
  { path: "/me/corrections/:id", layout: "person", page: account("corrections") },
  { path: "/me/email", layout: "person", page: account("email") },
  { path: "/me", layout: "person", page: lazy(() => import("../pages/me/MePage")) },
];

const employerRoutes: Route[] = [
  { path: "/employer/reports", layout: "person", page: employer("reports") },
  { path: "/employer/reports/:id", layout: "person", page: employer("report") },
  { path: "/employer/forced", layout: "person", page: employer("forced") },
  { path: "/employer/people", layout: "person", page: employer("people") },
];

export const routes: Route[] = [...publicRoutes, ...personRoutes, ...employerRoutes, ...deskRoutes];
