import type { ReactNode } from "react";
import { EmployerFinder, type Choice } from "../../parts/EmployerFinder";
import { useEditing } from "../DraftContext";

/** Finds a registered employer and fills its public facts in; what follows may still be corrected. */
export function EmployerSearch(): ReactNode {
  const { engine } = useEditing();
  const choose = ({ id, name, creditCode }: Choice): void => {
    engine.edit("employment.employerId", id);
    engine.edit("employment.name", name);
    engine.edit("employment.creditCode", creditCode);
  };
  return <EmployerFinder id="employer-search" onChoose={choose} />;
}
