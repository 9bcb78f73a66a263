import Button from "antd/es/button";
import Input from "antd/es/input/Input";
import { useState, type FormEvent, type ReactNode } from "react";
import { Field } from "../../../components/Field";
import { Note } from "../../../components/Note";
import { attributesOf } from "../../../components/Writing";
import { newKey } from "../../../live/newKey";
import { useAct } from "../../../live/useAct";
import { useData } from "../../../live/useData";
import { common } from "../../../words/common";
import { recoverWords as words } from "../../../words/recovery";
import { ProvincesDocument, RequestRecoveryDocument } from "../documents";
import { mobileMistake } from "../mobile";
import { Proof } from "../Proof";
import { useSlider } from "./useSlider";
import { WithGrant } from "./WithGrant";

/** Without mobile and mail: ask the authority in charge, then use the code that it granted. */
export function ByAuthority(): ReactNode {
  const [granted, setGranted] = useState(false);
  return (
    <div className="stack">
      <p className="secondary">{words.authorityLead}</p>
      {granted ? <WithGrant /> : <Ask />}
      <p><button type="button" className="link" onClick={() => setGranted(!granted)}>{granted ? words.noCode : words.haveCode}</button></p>
    </div>
  );
}

function Ask(): ReactNode {
  const [request, busy] = useAct(RequestRecoveryDocument);
  const { data } = useData(ProvincesDocument, {});
  const [login, setLogin] = useState("");
  const [regionCode, setRegion] = useState("");
  const [contactMobile, setContact] = useState("");
  const [wrong, setWrong] = useState<Record<string, string | null>>({});
  const slider = useSlider((answer) => request({ input: { slider: answer, login: login.trim(), regionCode, contactMobile, idempotencyKey: newKey() } }));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const found = {
      "recover-login": login.trim() === "" ? words.loginEmpty : null,
      "recover-province": regionCode === "" ? words.provinceEmpty : null,
      "recover-contact": mobileMistake(contactMobile),
    };
    setWrong(found);
    const first = Object.entries(found).find(([, mistake]) => mistake !== null);
    if (first === undefined) slider.open();
    else document.getElementById(first[0])?.focus();
  };
  if (slider.done) return <Note family="granted"><div role="status">{words.asked}</div></Note>;
  return (
    <form className="stack" onSubmit={submit} noValidate>
      {slider.mistake && <Note family="refused">{slider.mistake}</Note>}
      <Field id="recover-login" label={words.login} plain hint={words.loginHint} error={wrong["recover-login"]}>
        {(wiring) => <Input {...wiring} value={login} onChange={(event) => setLogin(event.target.value)} autoComplete="username" size="large" />}
      </Field>
      <Field id="recover-province" label={words.province} plain error={wrong["recover-province"]}>
        {(wiring) => (
          <select {...attributesOf(wiring)} className="select" value={regionCode} onChange={(event) => setRegion(event.target.value)}>
            <option value="">{common.choose}</option>
            {data?.regions.map(({ code, name }) => <option key={code} value={code}>{name}</option>)}
          </select>
        )}
      </Field>
      <Field id="recover-contact" label={words.contact} plain hint={words.contactHint} error={wrong["recover-contact"]}>
        {(wiring) => <Input {...wiring} value={contactMobile} onChange={(event) => setContact(event.target.value.trim())} inputMode="numeric" autoComplete="tel" size="large" />}
      </Field>
      {slider.proving
        ? <Proof attempt={slider.attempt} busy={busy} onAnswer={slider.answer} />
        : <Button type="primary" htmlType="submit" size="large" block>{words.ask}</Button>}
    </form>
  );
}
