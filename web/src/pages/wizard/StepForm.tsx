import type { ReactNode } from "react";
import type { WizardRulebookQuery } from "../../gql/graphql";
import AuthorityStep from "./steps/AuthorityStep";
import BasicStep from "./steps/BasicStep";
import DeliveryStep from "./steps/DeliveryStep";
import EmploymentStep from "./steps/EmploymentStep";
import ExperienceStep from "./steps/ExperienceStep";
import FormStep from "./steps/FormStep";
import HoursStep from "./steps/HoursStep";
import MaterialsStep from "./steps/MaterialsStep";
import PledgeStep from "./steps/PledgeStep";
import SpecialtyStep from "./steps/SpecialtyStep";
import type { StepName } from "./steps";

type Pledge = WizardRulebookQuery["rulebook"]["forms"][number]["pledge"];

export function StepForm({ step, pledge }: { step: StepName; pledge: Pledge | undefined }): ReactNode {
  switch (step) {
    case "pledge": return <PledgeStep pledge={pledge} />;
    case "basic": return <BasicStep />;
    case "employment": return <EmploymentStep />;
    case "materials": return <MaterialsStep />;
    case "authority": return <AuthorityStep />;
    case "specialty": return <SpecialtyStep />;
    case "hours": return <HoursStep />;
    case "experience": return <ExperienceStep />;
    case "delivery": return <DeliveryStep />;
    case "form": return <FormStep />;
    case "check": return null;
  }
}
