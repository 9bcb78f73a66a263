import { existsSync, readFileSync, statSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import ts from "typescript";

/** File name to the files that it imports; lazy imports are no part of a circle, types are. */
export type Imports = ReadonlyMap<string, readonly string[]>;

/** Every circle once, each as the files along it, beginning with the first by name. */
export function circles(imports: Imports): string[][] {
  const found = new Map<string, string[]>();
  const done = new Set<string>();
  const walk = (file: string, path: string[]): void => {
    const start = path.indexOf(file);
    if (start >= 0) {
      const circle = fromFirst(path.slice(start));
      found.set(circle.join(), circle);
      return;
    }
    if (done.has(file)) return;
    for (const next of imports.get(file) ?? []) walk(next, [...path, file]);
    done.add(file);
  };
  for (const file of imports.keys()) walk(file, []);
  return [...found.values()];
}

/** What the given files import from each other. `folder` is what "@/" stands for. */
export function importsOf(files: readonly string[], folder: string): Imports {
  return new Map(files.map((file) => [file, stated(file).flatMap((name) => fileOf(name, file, folder) ?? [])]));
}

function stated(file: string): string[] {
  const source = ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest);
  return source.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return [];
    const from = statement.moduleSpecifier;
    return from !== undefined && ts.isStringLiteral(from) ? [from.text] : [];
  });
}

function fileOf(name: string, importer: string, folder: string): string | null {
  if (!/^(\.|@\/)/.test(name)) return null;
  const path = name.startsWith("@/") ? join(folder, name.slice(2)) : resolve(dirname(importer), name);
  const candidates = [path, `${path}.ts`, `${path}.tsx`, join(path, "index.ts")];
  return candidates.find((one) => existsSync(one) && statSync(one).isFile()) ?? null;
}

function fromFirst(circle: string[]): string[] {
  const at = circle.indexOf(circle.reduce((first, one) => (one < first ? one : first)));
  return [...circle.slice(at), ...circle.slice(0, at)];
}
