import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { createHash } from "node:crypto";
import { createRequest, formatDocument, stringifyDocument } from "@urql/core";
import type { Plugin } from "vite";

const CALL = /\bgraphql\(\s*\/\* GraphQL \*\/\s*`([^`]*)`\s*,?\s*\)/g;
const IMPORT = /import \{ graphql \} from "@\/gql";?/;

/** The service takes its trusted documents from there: text by SHA-256. */
export const MANIFEST = "documents.json";
const OPERATION = /^\s*(query|mutation|subscription)\b/;

/**
 * Keeps each operation in the chunk of the page that owns it: the generated index of all documents is
 * used for types only, and every call is replaced by the text of the operation and of its fragments, which is
 * sent by its hash. All texts are written down for the service.
 */
export function inlineDocuments(root: string): Plugin {
  let fragments = new Map<string, string>();
  const texts = new Map<string, string>();
  return {
    name: "zhiye-inline-documents",
    enforce: "pre",
    buildStart() {
      fragments = readFragments(root);
    },
    transform(code, id) {
      if (!IMPORT.test(code) || id.includes("node_modules")) return null;
      const inlined = code
        .replace(IMPORT, 'import { gql as graphql } from "@urql/core"; import { sentByHash } from "@/live/persisted";')
        .replace(CALL, (_, text: string) => {
          const whole = complete(text, fragments);
          const document = `graphql(${JSON.stringify(whole)})`;
          if (!OPERATION.test(text)) return `/* @__PURE__ */ ${document}`;
          const sent = asSent(whole);
          texts.set(hashOf(sent), sent);
          return `/* @__PURE__ */ sentByHash(${JSON.stringify(hashOf(sent))}, ${document})`;
        });
      return { code: inlined, map: null };
    },
    generateBundle() {
      const sorted = Object.fromEntries([...texts].sort(([one], [other]) => (one < other ? -1 : 1)));
      this.emitFile({ type: "asset", fileName: MANIFEST, source: JSON.stringify(sorted) });
    },
  };
}

/** The text as the client's cache sends it. */
export function asSent(text: string): string {
  return stringifyDocument(formatDocument(createRequest(text, {}).query));
}

export function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/** The operation's text followed by every fragment that it spreads, each once. */
export function complete(text: string, fragments: Map<string, string>): string {
  const wanted = new Set<string>();
  const collect = (part: string): void => {
    for (const [, name] of part.matchAll(/\.\.\.\s*(\w+)/g)) {
      if (name === undefined || name === "on" || wanted.has(name)) continue;
      const found = fragments.get(name);
      if (found === undefined) throw new Error(`Fragment ${name} is spread but defined nowhere under src`);
      wanted.add(name);
      collect(found);
    }
  };
  collect(text);
  const own = /^\s*fragment (\w+)/.exec(text)?.[1];
  const others = [...wanted].filter((name) => name !== own).map((name) => fragments.get(name) ?? "");
  return squeeze([text, ...others].join("\n"));
}

export function readFragments(folder: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const file of sources(folder)) {
    for (const [, text] of readFileSync(file, "utf8").matchAll(CALL)) {
      const name = /^\s*fragment (\w+)/.exec(text ?? "")?.[1];
      if (name !== undefined && text !== undefined) found.set(name, text);
    }
  }
  return found;
}

function sources(folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) return name === "gql" ? [] : sources(path);
    return /\.tsx?$/.test(name) ? [path] : [];
  });
}

function squeeze(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
