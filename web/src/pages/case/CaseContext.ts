import { createContext, use } from "react";
import type { DeskCaseFragment } from "../../gql/graphql";
import type { Paper } from "./papers";
import type { OwnRemark, Place, Remarks } from "./remarks";

/** What the parts of the case page share. */
export interface CaseDesk {
  one: DeskCaseFragment;
  /** Read the case anew: something beside it changed. */
  reload: () => void;
  papers: Paper[];
  remarks: Remarks;
  own: OwnRemark[];
  /** The reviewer may write remarks now. */
  mayRemark: boolean;
  /** Field that the reviewer looks at. */
  field: string | null;
  lookAt: (field: string, paper: Paper["kind"] | undefined) => void;
  /** Place whose remark is being written. */
  writing: Place | null;
  write: (place: Place | null) => void;
  /** Paper and page on show. */
  paper: Paper | null;
  page: number;
  show: (key: string, page: number) => void;
}

export const CaseDeskContext = createContext<CaseDesk | null>(null);

export function useCaseDesk(): CaseDesk {
  const desk = use(CaseDeskContext);
  if (desk === null) throw new Error("A part of the case page stands outside of it");
  return desk;
}
