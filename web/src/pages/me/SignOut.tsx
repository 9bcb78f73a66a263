import Button from "antd/es/button";
import type { ReactNode } from "react";
import { navigate } from "../../app/router";
import { startAnew } from "../../live/client";
import { useAct } from "../../live/useAct";
import { meWords as words } from "../../words/me";
import { SignOutDocument } from "./documents";

export function SignOut(): ReactNode {
  const [signOut, busy] = useAct(SignOutDocument);
  const go = async (): Promise<void> => {
    await signOut({});
    sessionStorage.clear();
    startAnew();
    navigate("/", { replace: true });
  };
  return <div><Button danger aria-disabled={busy} onClick={() => void go()}>{busy ? words.signingOut : words.signOut}</Button></div>;
}
