import type { ReactNode } from "react";
import type { WizardRulebookQuery } from "../../gql/graphql";
import AuthorityStep from "./steps/AuthorityStep";
import BasicStep from "./steps/BasicStep";
import ChangesStep from "./steps/ChangesStep";
import DeregistrationStep from "./steps/DeregistrationStep";
import DeliveryStep from "./steps/DeliveryStep";
import EmploymentStep from "./steps/EmploymentStep";
import ExperienceStep from "./steps/ExperienceStep";
import FormStep from "./steps/FormStep";
import HoursStep from "./steps/HoursStep";
import MaterialsStep from "./steps/MaterialsStep";
import PledgeStep from "./steps/PledgeStep";
import ReissueStep from "./steps/ReissueStep";
import SpecialtyStep from "./steps/SpecialtyStep";
import type { StepName } from "./steps";

type Form = WizardRulebookQuery["rulebook"]["forms"][number];

export function StepForm({ step, form }: { step: StepName; form: Form | undefined }): ReactNode {
  switch (step) {
    case "pledge": return <PledgeStep pledge={form?.pledge} />;
    case "changes": return <ChangesStep items={form?.changeItems ?? []} />;
    case "reissue": return <ReissueStep objects={form?.reissuable ?? []} />;
    case "deregistration": return <DeregistrationStep />;
    case "basic": return <BasicStep />;
    case "employment": return <EmploymentStep />;
    case "materials": return <MaterialsStep photo={form?.sections.includes("PHOTO") ?? false} />;
    case "authority": return <AuthorityStep />;
    case "specialty": return <SpecialtyStep />;
    case "hours": return <HoursStep />;
    case "experience": return <ExperienceStep />;
    case "delivery": return <DeliveryStep />;
    case "form": return <FormStep />;
    case "check": return null;
  }
}
