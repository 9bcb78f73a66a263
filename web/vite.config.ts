import react from "@vitejs/plugin-react";
import { defineConfig } from "vitest/config";
import { buildName } from "./build/buildName";
import { inlineDocuments } from "./build/documents";
import { themeSheet } from "./build/themeSheet";
import { withoutTooltips } from "./build/withoutTooltips";

const BACKEND = process.env.ZHIYE_BACKEND ?? "http://127.0.0.1:8000";
/** Paths that the service answers itself: contract, uploads, and server-rendered pages. */
const SERVICE_PATHS = ["/graphql", "/files", "/uploads", "/slider", "/outbox", "/verify", "/notices", "/search", "/pages", "/telemetry", "/healthz"];

export default defineConfig({
  plugins: [inlineDocuments("src"), themeSheet(), withoutTooltips(), buildName(), react()],
  resolve: { alias: { "@": new URL("./src", import.meta.url).pathname } },
  build: { outDir: "dist", manifest: true, target: "es2022", sourcemap: false, assetsInlineLimit: 2048 },
  server: {
    port: 5173,
    proxy: Object.fromEntries(SERVICE_PATHS.map((path) => [path, { target: BACKEND, ws: path === "/graphql" }])),
  },
  test: { include: ["test/**/*.test.ts"], environment: "node" },
});
