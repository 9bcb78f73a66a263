import type { Plugin } from "vite";
import { sheet } from "../src/theme/sheet";

const NAME = "virtual:theme.css";

/** Writes the tokens as custom properties, so that page CSS and Ant Design read the same values. */
export function themeSheet(): Plugin {
  return {
    name: "zhiye-theme-sheet",
    resolveId: (id) => (id === NAME ? `\0${NAME}` : null),
    load: (id) => (id === `\0${NAME}` ? sheet() : null),
  };
}
