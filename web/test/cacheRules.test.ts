import { readFileSync } from "node:fs";
import { buildSchema, isInterfaceType, isObjectType } from "graphql";
import { expect, test } from "vitest";
import { isEmbedded, possibleTypes } from "../src/live/cacheRules";

const schema = buildSchema(readFileSync("../schema.graphql", "utf8"));
const roots = ["Query", "Mutation", "Subscription"];

test("every object type has an identity or is known to live inside another", () => {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type) || type.name.startsWith("__") || roots.includes(type.name) || type.name === "ReviewRemark") continue;
    const hasIdentity = type.getInterfaces().some((parent) => parent.name === "Node") || type.name === "Challenge";
    const identified = hasIdentity || type.name === "Rule";
    expect([type.name, isEmbedded(type.name)]).toEqual([type.name, !identified]);
  }
});

test.each(Object.keys(possibleTypes))("the table of what implements %s follows the contract", (name) => {
  const type = schema.getType(name);
  expect(isInterfaceType(type)).toBe(true);
  if (!isInterfaceType(type)) return;
  const implementers = schema.getPossibleTypes(type).map((object) => object.name);
  expect([...(possibleTypes[name] ?? [])].sort()).toEqual([...implementers].sort());
});
