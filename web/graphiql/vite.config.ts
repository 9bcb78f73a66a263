import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

/** A build of its own: the web app's chunks and their budgets know nothing of this page. */
export default defineConfig({
  root: new URL(".", import.meta.url).pathname,
  base: "/graphiql/",
  publicDir: false,
  plugins: [withoutWrittenInFonts(), react()],
  build: {
    outDir: "../dist/graphiql",
    emptyOutDir: true,
    target: "es2022",
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 5000,
  },
  worker: { format: "es" },
});

/** GraphiQL's style sheet carries whole fonts as data: addresses, which the content security policy refuses. */
function withoutWrittenInFonts(): Plugin {
  return {
    name: "zhiye-without-written-in-fonts",
    enforce: "pre",
    transform: (code, id) => (id.endsWith(".css") ? code.replace(/@font-face\s*\{[^}]*url\("?data:[^}]*\}/g, "") : null),
  };
}
