import ArrowUp from "@ant-design/icons/es/icons/ArrowUpOutlined";
import type { ReactNode } from "react";
import { deskWords as words } from "../../words/desk";

interface Props {
  arrived: number;
  left: number;
  busy: boolean;
  onPress: () => void;
}

/** New things wait here, in a place that is always kept free, until the person wants them. */
export function Pill({ arrived, left, busy, onPress }: Props): ReactNode {
  if (arrived === 0 && left === 0) return null;
  return (
    <button type="button" className="pill" onClick={onPress} aria-disabled={busy}>
      <ArrowUp aria-hidden="true" />
      {arrived > 0 ? words.pill(arrived) : words.refreshLeft(left)}
    </button>
  );
}
