import { common } from "../../words/common";
import { choicesOf } from "./draft/values";
import { changeItems, credentialKinds, reissueReasons } from "../../words/kinds";
import { deliveryMethods, employerNatures, identityKinds, sexes, termKinds } from "../../words/terms";

const lists: Record<string, Record<string, string>> = {
  "basic.sex": sexes,
  "basic.identityKind": identityKinds,
  "employment.nature": employerNatures,
  "employment.term": termKinds,
  reissueReason: reissueReasons,
  "delivery.method": deliveryMethods,
};

const severals: Record<string, Record<string, string>> = { changes: changeItems, reissueOf: credentialKinds };

/** A form value as a person reads it. */
export function shownValue(field: string, value: unknown): string {
  if (value === true) return common.yes;
  if (value === false) return common.no;
  const many = severals[field];
  if (many !== undefined) return choicesOf(typeof value === "string" ? value : null).map((one) => many[one] ?? one).join("、");
  const text = typeof value === "string" ? value : "";
  return lists[field]?.[text] ?? text;
}
