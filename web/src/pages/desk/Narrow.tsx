import { graphql } from "@/gql";
import type { ReactNode } from "react";
import { setSearch } from "../../app/router";
import { useViewer } from "../../app/viewer";
import type { Profession, RegistrationKind, StageKind } from "../../gql/enums";
import { useData } from "../../live/useData";
import { deskWords as words } from "../../words/desk";
import { narrowWords as more } from "../../words/deskQueue";
import { professions, registrationKinds, stageKinds } from "../../words/terms";
import type { View } from "./view";

const RegionsDocument = graphql(/* GraphQL */ `
  query DeskRegions($parent: String) { regions(parentCode: $parent) { code name } }
`);
const PlaceDocument = graphql(/* GraphQL */ `
  query DeskPlace { viewer { reviewer { id authority { id regions { code name } } } } }
`);

/** Kind, stage, profession and region: what a reviewer may narrow the queue to. A choice of one is none. */
export function Narrow({ view }: { view: View }): ReactNode {
  const held = [...new Set(useViewer()?.reviewer?.roles.map(({ profession }) => profession) ?? [])];
  return (
    <>
      <Choice name="kind" label={words.kindLabel} every={words.allKinds} value={view.kind} choices={Object.entries(registrationKinds) as [RegistrationKind, string][]} />
      <Choice name="stage" label={more.stageLabel} every={more.allStages} value={view.stage} choices={Object.entries(stageKinds) as [StageKind, string][]} />
      {held.length > 1 && <Choice name="profession" label={more.professionLabel} every={more.allProfessions} value={view.profession} choices={held.map((one): [Profession, string] => [one, professions[one]])} />}
      <Regions chosen={view.region} />
    </>
  );
}

/** The regions right below the one that the reviewer's body is responsible for; the provinces, for the whole country. */
function Regions({ chosen }: { chosen: string | null }): ReactNode {
  const place = useData(PlaceDocument, {}).data?.viewer.reviewer?.authority.regions;
  const parent = place?.length === 1 ? place[0]?.code ?? null : null;
  const regions = useData(RegionsDocument, { parent }, place === undefined).data?.regions ?? [];
  if (regions.length < 2) return null;
  return <Choice name="region" label={more.regionLabel} every={more.allRegions} value={chosen} choices={regions.map(({ code, name }): [string, string] => [code.replace(/(00)+$/, ""), name])} />;
}

function Choice<T extends string>({ name, label, every, value, choices }: { name: string; label: string; every: string; value: T | null; choices: [T, string][] }): ReactNode {
  return (
    <select className="select" aria-label={label} value={value ?? ""} onChange={(event) => setSearch({ [name]: event.target.value || null, pages: null })}>
      <option value="">{every}</option>
      {choices.map(([one, word]) => <option key={one} value={one}>{word}</option>)}
    </select>
  );
}
