import { useEffect, type ReactNode } from "react";
import { NotFound } from "../../app/NotFound";
import { useParam, usePlace } from "../../app/router";
import { FaultNote } from "../../components/FaultNote";
import { focusField } from "../../components/ErrorSummary";
import { Skeleton } from "../../components/Skeleton";
import { useData } from "../../live/useData";
import { EditDocument } from "./documents";
import { Wizard } from "./Wizard";
import { stepsOf, type StepName } from "./steps";

export default function WizardPage(): ReactNode {
  const id = useParam("id");
  const step = useParam("step");
  const { data, fault, reload } = useData(EditDocument, { id });
  const node = data?.node;
  useFocusFromAddress(usePlace().path, node != null);
  if (node === undefined && fault !== null) return <FaultNote message={fault.message} reference={fault.reference} onRetry={reload} />;
  if (node === undefined) return <Skeleton lines={6} onRetry={reload} />;
  if (node?.__typename !== "Registration" || !isPage(step, stepsOf(node.sections))) return <NotFound />;
  return <Wizard registration={node} step={step} />;
}

function isPage(step: string, steps: readonly string[]): step is StepName {
  return steps.includes(step) && step !== "check";
}

/** A link of the checklist names its field after the #. */
function useFocusFromAddress(path: string, ready: boolean): void {
  useEffect(() => {
    const field = location.hash.slice(1);
    if (!ready || field === "") return;
    const timer = setTimeout(() => focusField(field), 50);
    return () => clearTimeout(timer);
  }, [path, ready]);
}
