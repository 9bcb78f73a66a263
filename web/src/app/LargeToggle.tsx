import FontSize from "@ant-design/icons/es/icons/FontSizeOutlined";
import type { ReactNode } from "react";
import { useStore } from "../live/store";
import { shell } from "../words/shell";
import { toggleTypeSize, typeSize } from "./typeSize";

export function LargeToggle(): ReactNode {
  const large = useStore(typeSize) === "large";
  return (
    <button type="button" className="top-button" aria-pressed={large} onClick={toggleTypeSize}>
      <FontSize aria-hidden="true" />
      <span className="top-button-word">{shell.large}</span>
    </button>
  );
}
