import { lazy, Suspense, type ReactNode } from "react";
import { PersonFrame } from "./PersonFrame";
import { PublicFrame } from "./PublicFrame";
import type { Layout } from "./router";
import "./frame.css";

const DeskFrame = lazy(() => import("./DeskFrame"));

export function Frame({ layout, children }: { layout: Layout; children: ReactNode }): ReactNode {
  if (layout === "public") return <PublicFrame>{children}</PublicFrame>;
  if (layout === "person") return <PersonFrame>{children}</PersonFrame>;
  return <Suspense><DeskFrame>{children}</DeskFrame></Suspense>;
}
