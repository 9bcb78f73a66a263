import type { EmployerNature, Profession } from "../../gql/enums";
import type { ProfileInput } from "../../gql/graphql";

/** What the person chose, by profession. */
export interface Said {
  categories: Partial<Record<Profession, string>>;
  natures: Partial<Record<Profession, EmployerNature>>;
}

interface Gap {
  rule: string;
  path?: string[] | null;
}

/** The professions that lack a category, and those that lack the kind of employer. */
export function gapsOf(findings: Gap[]): { categories: Profession[]; natures: Profession[] } {
  const of = (rule: string): Profession[] => findings.filter((one) => one.rule === rule).map(({ path }) => path?.[0] as Profession);
  return { categories: of("PROFILE-CATEGORY"), natures: of("PROFILE-NATURE") };
}

/** One entry for each profession that lacks anything. */
export function inputOf(categories: Profession[], natures: Profession[], said: Said): ProfileInput[] {
  return [...new Set([...categories, ...natures])].map((profession) => ({
    profession,
    specialtyIds: said.categories[profession] === undefined ? [] : [said.categories[profession]],
    employerNature: said.natures[profession] ?? null,
  }));
}
