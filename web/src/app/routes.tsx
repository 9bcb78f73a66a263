import { lazy } from "react";
import { deskRoutes } from "../pages/desk/routes";
import type { Route } from "./router";

export const routes: Route[] = [
  { path: "/", layout: "public", page: lazy(() => import("../pages/front/FrontPage")) },
  { path: "/home", layout: "person", page: lazy(() => import("../pages/home/HomePage")) },
  ...deskRoutes,
];
