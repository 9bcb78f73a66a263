import { expect, test } from "vitest";
import { chainOf, keyOf, type Connection, type Later } from "../src/live/pageChain";

type List = Connection<string>;

const page = (end: string | null, ...nodes: string[]): List => ({ nodes, pageInfo: { hasNextPage: end !== null, endCursor: end }, totalCount: 5 });
const came = (pages: Record<string, List>): Later<List> => new Map(Object.entries(pages).map(([after, data]) => [keyOf("list", after), { data, fault: null }]));
const chain = (first: List | null, later: Later<List>, wanted: number): ReturnType<typeof chainOf<List, string>> => chainOf(first, later, (data) => data, wanted, "list");

test("the first page alone offers more, and asks for nothing yet", () => {
  expect(chain(page("b", "a", "b"), new Map(), 1)).toMatchObject({ nodes: ["a", "b"], total: 5, cursors: [], hasMore: true, missing: null });
});

test("a page that is on its way leaves what is shown as it is", () => {
  expect(chain(page("b", "a", "b"), new Map(), 2)).toMatchObject({ nodes: ["a", "b"], cursors: ["b"], hasMore: true, missing: "b" });
});

test("pages follow each other to the end of the list", () => {
  const whole = chain(page("b", "a", "b"), came({ b: page("d", "c", "d"), d: page(null, "e") }), 9);
  expect(whole).toMatchObject({ nodes: ["a", "b", "c", "d", "e"], hasMore: false, missing: null });
});

test("when the first page ends elsewhere than before, the next one is asked for from there", () => {
  expect(chain(page("a", "z", "a"), came({ b: page(null, "c") }), 2).missing).toBe("a");
});

test("a page that failed says so, and pages of another list do not count", () => {
  const fault = { code: "NETWORK", message: "", reference: null };
  expect(chain(page("b", "a"), new Map([[keyOf("list", "b"), { data: null, fault }]]), 2).fault).toEqual(fault);
  expect(chain(page("b", "a"), new Map([[keyOf("other", "b"), { data: page(null, "x"), fault: null }]]), 2).missing).toBe("b");
});
