import type { ThemeConfig } from "antd/es/config-provider";
import { components, dense, large, token } from "./tokens";

export type TypeSize = "plain" | "large";
export type Density = "person" | "desk";

export function themeOf(size: TypeSize, density: Density): ThemeConfig {
  const adjusted = size === "large" ? large : density === "desk" ? dense : {};
  return { cssVar: { prefix: "ant", key: "zy" }, hashed: false, token: { ...token, ...adjusted }, components };
}
