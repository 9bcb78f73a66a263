import type { ReactNode } from "react";
import { common } from "../words/common";
import { LargeToggle } from "./LargeToggle";
import { Link } from "./router";

interface Props {
  home: string;
  subtitle: string;
  navigation?: ReactNode;
  end?: ReactNode;
}

export function TopBar({ home, subtitle, navigation, end }: Props): ReactNode {
  return (
    <header className="top">
      <div className="top-inner">
        <Link to={home} className="brand">
          <img src="/icon.svg" alt="" width="28" height="28" />
          <strong>{common.product}</strong>
          <span className="brand-long">{subtitle}</span>
        </Link>
        {navigation}
        <div className="top-end">
          {end}
          <LargeToggle />
        </div>
      </div>
    </header>
  );
}
