import type { ReactNode } from "react";
import "./personName.css";

/** Names with rare characters need fonts beyond the common plane; all names are shown through here. */
export function PersonName({ children }: { children: string }): ReactNode {
  const rare = [...children].some((character) => (character.codePointAt(0) ?? 0) > 0xffff);
  return <span className={rare ? "name name-rare" : "name"}>{children}</span>;
}
