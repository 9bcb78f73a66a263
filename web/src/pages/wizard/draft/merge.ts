import type { Values } from "./values";

export interface Merged {
  /** What the form shows: theirs, with this device's unsaved changes on top. */
  values: Values;
  /** This device's changes that are still to be saved. */
  changes: Values;
  /** Fields that both devices changed, and differently. */
  clashes: string[];
}

/** Three-way merge by field: a field that only one side changed takes that side's value. */
export function merge(base: Values, changes: Values, theirs: Values): Merged {
  const clashes = Object.keys(changes).filter((field) => !same(theirs[field], base[field]) && !same(theirs[field], changes[field]));
  const kept = Object.fromEntries(Object.entries(changes).filter(([field, value]) => !same(value, theirs[field])));
  return { values: { ...theirs, ...kept }, changes: kept, clashes };
}

/** An empty field and an absent one are the same to a person. */
export function same(one: unknown, other: unknown): boolean {
  return (one ?? "") === (other ?? "");
}
