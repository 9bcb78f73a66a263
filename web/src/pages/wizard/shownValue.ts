import { common } from "../../words/common";
import { deliveryMethods, employerNatures, identityKinds, sexes, termKinds } from "../../words/terms";

const lists: Record<string, Record<string, string>> = {
  "basic.sex": sexes,
  "basic.identityKind": identityKinds,
  "employment.nature": employerNatures,
  "employment.term": termKinds,
  "delivery.method": deliveryMethods,
};

/** A form value as a person reads it. */
export function shownValue(field: string, value: unknown): string {
  if (value === true) return common.yes;
  if (value === false) return common.no;
  const text = typeof value === "string" ? value : "";
  return lists[field]?.[text] ?? text;
}
