import Button from "antd/es/button";
import Input from "antd/es/input/Input";
import { useState, type FormEvent, type ReactNode } from "react";
import { Page } from "../../app/Page";
import { Link, navigate } from "../../app/router";
import { FaultNote } from "../../components/FaultNote";
import { Facts, FieldRow } from "../../components/FieldRow";
import { Field } from "../../components/Field";
import { Skeleton } from "../../components/Skeleton";
import { startAnew } from "../../live/client";
import { newKey } from "../../live/newKey";
import { useAct } from "../../live/useAct";
import { useData } from "../../live/useData";
import { upgradeWords as words } from "../../words/holder";
import { meWords } from "../../words/me";
import { sentence } from "../signIn/useCode";
import { IdentityDocument, UpgradeIdentityNumberDocument } from "./documents";
import { newNumber } from "./newNumber";

/** From the 15 digits of an old card to the 18 of the new one; every session ends with it (S2-20 to S2-22). */
export default function UpgradePage(): ReactNode {
  const { data, fault, reload } = useData(IdentityDocument, {});
  const person = data?.viewer.person;
  if (data === null) return fault === null ? <Skeleton lines={4} onRetry={reload} /> : <FaultNote message={fault.message} reference={fault.reference} onRetry={reload} />;
  const needed = person?.availableActions.some(({ action }) => action === "UPGRADE_IDENTITY_NUMBER");
  return (
    <Page title={words.title} lead={needed ? words.lead : words.not}>
      <div className="stack narrow-page">
        {person && needed && <Form present={person.identityNumber.full ?? person.identityNumber.masked} />}
        <p><Link to="/me">{meWords.backToMe}</Link></p>
      </div>
    </Page>
  );
}

function Form({ present }: { present: string }): ReactNode {
  const [upgrade, busy] = useAct(UpgradeIdentityNumberDocument);
  const [identityNumber, setNumber] = useState("");
  const [mistake, setMistake] = useState<string | null>(null);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (busy) return;
    const answer = identityNumber.trim() === "" ? null : await upgrade({ input: { identityNumber, idempotencyKey: newKey() } });
    if (answer?.kind === "done") {
      newNumber.set(answer.payload.person?.identityNumber.full ?? null);
      sessionStorage.clear();
      startAnew();
      return navigate("/sign-in/identity", { replace: true });
    }
    setMistake(answer === null ? words.empty : sentence(answer));
    document.getElementById("identity-number")?.focus();
  };
  return (
    <form className="card stack" onSubmit={(event) => void submit(event)} noValidate>
      <Facts><FieldRow label={words.present}><span className="tn">{present}</span></FieldRow></Facts>
      <Field id="identity-number" label={words.number} plain hint={words.numberHint} error={mistake}>
        {(wiring) => <Input {...wiring} value={identityNumber} onChange={(event) => setNumber(event.target.value)} autoComplete="off" size="large" />}
      </Field>
      <div><Button type="primary" htmlType="submit" size="large" aria-disabled={busy}>{busy ? words.saving : words.save}</Button></div>
    </form>
  );
}
