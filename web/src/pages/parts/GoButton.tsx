import Button from "antd/es/button";
import type { MouseEvent, ReactNode } from "react";
import { navigate } from "../../app/router";

/** A link that looks like the page's button: it can be opened in a new tab. */
export function GoButton({ to, primary = false, children }: { to: string; primary?: boolean; children: ReactNode }): ReactNode {
  const go = (event: MouseEvent): void => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    navigate(to);
  };
  return <Button type={primary ? "primary" : "default"} href={to} onClick={go}>{children}</Button>;
}
