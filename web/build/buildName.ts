import { createHash } from "node:crypto";
import type { Plugin } from "vite";

const LENGTH = 12;

/** Names the build in its page, so that an open page can tell that another one is served by now. */
export function buildName(): Plugin {
  return {
    name: "zhiye-build-name",
    apply: "build",
    transformIndexHtml: {
      order: "post",
      handler(_, { bundle }) {
        // The files are named by their content: the same names are the same build.
        const names = Object.keys(bundle ?? {}).filter((name) => !name.endsWith(".html")).sort().join();
        const content = createHash("sha256").update(names).digest("hex").slice(0, LENGTH);
        return [{ tag: "meta", attrs: { name: "build", content }, injectTo: "head" }];
      },
    },
  };
}
