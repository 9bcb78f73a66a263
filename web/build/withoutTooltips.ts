import type { Plugin } from "vite";

const WANTED = "../tooltip/UniqueProvider";
const WANTING = /antd\/es\/config-provider\/index\.js$/;
const NAME = "\0no-shared-tooltip";

/**
 * Ant Design's provider imports the machinery of its shared tooltip (layers, portals, placement: 7.6 KiB of every
 * first visit) for the option `tooltip.unique`, which this app does not set.
 */
export function withoutTooltips(): Plugin {
  let met = false;
  return {
    name: "zhiye-without-tooltips",
    enforce: "pre",
    apply: "build",
    resolveId(id, importer) {
      if (id !== WANTED || !WANTING.test(importer ?? "")) return null;
      met = true;
      return NAME;
    },
    load: (id) => (id === NAME ? 'export { Fragment as default } from "react";' : null),
    buildEnd() {
      if (!met) this.error("Ant Design's provider no longer imports its shared tooltip: this plugin can go or must be mended.");
    },
  };
}
