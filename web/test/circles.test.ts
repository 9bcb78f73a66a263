import { readdirSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import { expect, test } from "vitest";
import { circles, importsOf } from "../build/circles";

/** The compiler reads every file; on a busy machine that takes longer than a usual test. */
const PATIENCE_MS = 60_000;
const SOURCES = resolve("src");

test("a circle is found once, however it is entered", () => {
  const imports = new Map([["d", ["b"]], ["b", ["c"]], ["c", ["a", "e"]], ["a", ["b"]], ["e", []]]);
  expect(circles(imports)).toEqual([["a", "b", "c"]]);
});

test("no file of the app imports itself by a detour", () => {
  const files = readdirSync(SOURCES, { recursive: true, encoding: "utf8" }).filter((name) => /^(?!gql).*\.tsx?$/.test(name)).map((name) => join(SOURCES, name));
  const imports = importsOf(files, SOURCES);
  expect(imports.get(join(SOURCES, "main.tsx"))).toContain(join(SOURCES, "app/App.tsx"));
  const found = circles(imports).map((circle) => circle.map((file) => relative(SOURCES, file)).join(" > "));
  expect(found).toEqual([]);
}, PATIENCE_MS);
