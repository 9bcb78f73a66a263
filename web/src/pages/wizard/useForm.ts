import type { Profession, RegistrationKind } from "../../gql/enums";
import type { WizardRulebookQuery } from "../../gql/graphql";
import { useData } from "../../live/useData";
import { RulebookDocument } from "./documents";

type Form = WizardRulebookQuery["rulebook"]["forms"][number];

/** What the rulebook says of a kind; undefined until it has come. */
export function useForm({ profession, kind }: { profession: Profession; kind: RegistrationKind }): Form | undefined {
  const rulebook = useData(RulebookDocument, { profession }).data?.rulebook;
  return rulebook?.forms.find((one) => one.kind === kind);
}
