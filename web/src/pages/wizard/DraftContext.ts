import { createContext, use } from "react";
import type { DraftPartsFragment } from "../../gql/graphql";
import type { Draft, DraftEngine } from "./draft/engine";

export interface Editing {
  registration: DraftPartsFragment;
  draft: Draft;
  engine: DraftEngine;
}

export const DraftContext = createContext<Editing | null>(null);

export function useEditing(): Editing {
  const editing = use(DraftContext);
  if (editing === null) throw new Error("A wizard step stands outside the wizard");
  return editing;
}
