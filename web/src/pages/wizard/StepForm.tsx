import type { ReactNode } from "react";
import type { WizardRulebookQuery } from "../../gql/graphql";
import AuthorityStep from "./steps/AuthorityStep";
import BasicStep from "./steps/BasicStep";
import EmploymentStep from "./steps/EmploymentStep";
import MaterialsStep from "./steps/MaterialsStep";
import PledgeStep from "./steps/PledgeStep";
import type { StepName } from "./steps";

type Pledge = WizardRulebookQuery["rulebook"]["forms"][number]["pledge"];

export function StepForm({ step, pledge }: { step: StepName; pledge: Pledge | undefined }): ReactNode {
  switch (step) {
    case "pledge": return <PledgeStep pledge={pledge} />;
    case "basic": return <BasicStep />;
    case "employment": return <EmploymentStep />;
    case "materials": return <MaterialsStep />;
    case "authority": return <AuthorityStep />;
    case "check": return null;
  }
}
