import Button from "antd/es/button";
import { useState, type ReactNode } from "react";
import { Page } from "../../app/Page";
import { navigate, nextPath } from "../../app/router";
import { ErrorSummary, type Mistake } from "../../components/ErrorSummary";
import { FaultNote } from "../../components/FaultNote";
import { Facts, FieldRow } from "../../components/FieldRow";
import { PersonName } from "../../components/PersonName";
import { Skeleton } from "../../components/Skeleton";
import type { Profession, Sex } from "../../gql/enums";
import type { MissingQuery } from "../../gql/graphql";
import { startAnew } from "../../live/client";
import { newKey } from "../../live/newKey";
import { useAct } from "../../live/useAct";
import { useData } from "../../live/useData";
import { common } from "../../words/common";
import { completeWords as words, holderWords } from "../../words/holder";
import { signInWords } from "../../words/signIn";
import { professions as professionWords, identityKinds, sexes } from "../../words/terms";
import { GoButton } from "../parts/GoButton";
import { CompleteProfileDocument, MissingDocument } from "./documents";
import { gapsOf, inputOf, type Said } from "./gaps";
import { SignOut } from "../me/SignOut";
import { Categories, Natures } from "./ProfileFields";

/** What an old registration does not say, once, before anything else (S2-19). */
export default function CompletePage(): ReactNode {
  const { data, fault, reload } = useData(MissingDocument, {});
  if (data === null) return fault === null ? <Skeleton lines={5} onRetry={reload} /> : <FaultNote message={fault.message} reference={fault.reference} onRetry={reload} />;
  const needed = data.viewer.missingProfile.some(({ rule }) => rule.startsWith("PROFILE-"));
  return (
    <Page title={words.title} lead={words.lead}>
      <div className="stack narrow-page">
        {needed ? <Form viewer={data.viewer} /> : <section className="card stack"><p>{words.nothing}</p><div><GoButton to="/home" primary>{words.home}</GoButton></div></section>}
        <SignOut />
      </div>
    </Page>
  );
}

function Form({ viewer: { person, missingProfile } }: { viewer: MissingQuery["viewer"] }): ReactNode {
  const [complete, busy] = useAct(CompleteProfileDocument);
  const [said, setSaid] = useState<Said>({ categories: {}, natures: {} });
  const [sex, setSex] = useState<Sex | "">("");
  const [mistakes, setMistakes] = useState<Mistake[]>([]);
  const [press, setPress] = useState(0);
  const { categories, natures } = gapsOf(missingProfile);
  const save = async (): Promise<void> => {
    const found = lacking(categories, natures, said);
    setPress(press + 1);
    if (found.length > 0) return setMistakes(found);
    const answer = await complete({ input: { professions: inputOf(categories, natures, said), sex: sex === "" ? null : sex, idempotencyKey: newKey() } });
    if (answer.kind === "done") {
      const next = nextPath("/home");
      startAnew();
      return navigate(next, { replace: true });
    }
    setMistakes(answer.kind === "refused" ? answer.errors.map(({ message }) => ({ message })) : [{ message: answer.fault.message || signInWords.failed }]);
  };
  const errorOf = (field: string): string | undefined => mistakes.find((mistake) => mistake.field === field)?.message;
  return (
    <form className="stack" noValidate onSubmit={(event) => { event.preventDefault(); if (!busy) void save(); }}>
      <ErrorSummary mistakes={mistakes} press={press} />
      {person && (
        <section className="card stack">
          <h2>{words.who}</h2>
          <Facts>
            <FieldRow label={holderWords.name}><PersonName>{person.name.full ?? person.name.masked}</PersonName></FieldRow>
            <FieldRow label={holderWords.kind}>{identityKinds[person.identityKind]}</FieldRow>
            <FieldRow label={holderWords.number}><span className="tn">{person.identityNumber.full ?? person.identityNumber.masked}</span></FieldRow>
            <FieldRow label={words.sex}>{person.sex ? sexes[person.sex] : <SexChoice value={sex} onChoose={setSex} />}</FieldRow>
          </Facts>
          <p className="small secondary">{words.wrong}</p>
        </section>
      )}
      {categories.map((one) => <Categories key={one} profession={one} chosen={said.categories[one] ?? null} error={errorOf(`categories-${one}`)} onChoose={(id) => setSaid({ ...said, categories: { ...said.categories, [one]: id } })} />)}
      {natures.map((one) => <Natures key={one} profession={one} chosen={said.natures[one] ?? null} error={errorOf(`nature-${one}`)} onChoose={(nature) => setSaid({ ...said, natures: { ...said.natures, [one]: nature } })} />)}
      <div><Button type="primary" htmlType="submit" size="large" aria-disabled={busy}>{busy ? words.saving : words.save}</Button></div>
    </form>
  );
}

function SexChoice({ value, onChoose }: { value: Sex | ""; onChoose: (sex: Sex | "") => void }): ReactNode {
  return (
    <select className="select" aria-label={words.sex} value={value} onChange={(event) => onChoose(event.target.value as Sex | "")}>
      <option value="">{common.choose}</option>
      {Object.entries(sexes).map(([sex, word]) => <option key={sex} value={sex}>{word}</option>)}
    </select>
  );
}

function lacking(categories: Profession[], natures: Profession[], said: Said): Mistake[] {
  const first = categories.filter((one) => !said.categories[one]).map((one) => ({ field: `categories-${one}`, message: words.choose(words.categories(professionWords[one])) }));
  const second = natures.filter((one) => !said.natures[one]).map((one) => ({ field: `nature-${one}`, message: words.choose(words.nature(professionWords[one])) }));
  return [...first, ...second];
}
