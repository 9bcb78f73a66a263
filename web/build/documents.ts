import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

const CALL = /\bgraphql\(\s*\/\* GraphQL \*\/\s*`([^`]*)`\s*,?\s*\)/g;
const IMPORT = /import \{ graphql \} from "@\/gql";?/;

/**
 * Keeps each operation in the chunk of the page that owns it: the generated index of all documents is
 * used for types only, and every call is replaced by the text of the operation and of its fragments.
 */
export function inlineDocuments(root: string): Plugin {
  let fragments = new Map<string, string>();
  return {
    name: "zhiye-inline-documents",
    enforce: "pre",
    buildStart() {
      fragments = readFragments(root);
    },
    transform(code, id) {
      if (!IMPORT.test(code) || id.includes("node_modules")) return null;
      const inlined = code
        .replace(IMPORT, 'import { gql as graphql } from "@urql/core";')
        .replace(CALL, (_, text: string) => `/* @__PURE__ */ graphql(${JSON.stringify(complete(text, fragments))})`);
      return { code: inlined, map: null };
    },
  };
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
