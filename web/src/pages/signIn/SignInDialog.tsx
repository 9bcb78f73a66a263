import type { ReactNode } from "react";

export default function SignInDialog(): ReactNode {
  return null;
}
