import { lazy, Suspense, type ReactNode } from "react";
import { signInWanted } from "../live/session";
import { useStore } from "../live/store";

const SignInDialog = lazy(() => import("../pages/signIn/SignInDialog"));

/** The session ended while a page was open: signing in happens over it, and what was typed stays. */
export function SignInAgain(): ReactNode {
  return useStore(signInWanted) ? <Suspense><SignInDialog /></Suspense> : null;
}
