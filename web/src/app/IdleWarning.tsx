import type { ReactNode } from "react";

export function IdleWarning(): ReactNode {
  return null;
}
