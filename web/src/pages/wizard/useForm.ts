import type { Profession, RegistrationKind } from "../../gql/enums";
import type { WizardRulebookQuery } from "../../gql/graphql";
import { useData } from "../../live/useData";
import { RulebookDocument } from "./documents";
import { stepsOf, type StepName } from "./steps";

type Form = WizardRulebookQuery["rulebook"]["forms"][number];

/** Until the rulebook has come, the pages that every application begins with. */
const COMMON: Form["sections"] = ["PLEDGE", "ATTACHMENTS", "AUTHORITY"];

/** What the rulebook says of a kind, and the pages that follow from it. */
export function useForm({ profession, kind }: { profession: Profession; kind: RegistrationKind }): { form: Form | undefined; steps: StepName[] } {
  const rulebook = useData(RulebookDocument, { profession }).data?.rulebook;
  const form = rulebook?.forms.find((one) => one.kind === kind);
  return { form, steps: stepsOf(form?.sections ?? COMMON) };
}
