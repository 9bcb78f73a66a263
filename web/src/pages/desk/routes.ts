import type { Route } from "../../app/router";

/** Pages of the reviewers' desk. */
export const deskRoutes: Route[] = [];
