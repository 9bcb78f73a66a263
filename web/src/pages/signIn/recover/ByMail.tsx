import Button from "antd/es/button";
import Input from "antd/es/input/Input";
import { useState, type FormEvent, type ReactNode } from "react";
import { Field } from "../../../components/Field";
import { Note } from "../../../components/Note";
import { useAct } from "../../../live/useAct";
import { recoverWords as words } from "../../../words/recovery";
import { RequestCodeDocument } from "../documents";
import { Proof } from "../Proof";
import { useSlider } from "./useSlider";

export const LOGIN_KEY = "recover/login";

/** A link to the account's own address; the answer is the same whether or not there is one. */
export function ByMail(): ReactNode {
  const [request, busy] = useAct(RequestCodeDocument);
  const [login, setLogin] = useState("");
  const [empty, setEmpty] = useState(false);
  const slider = useSlider((answer) => request({ input: { slider: answer, channel: "EMAIL", login: login.trim(), purpose: "RESET_PASSWORD" } }));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setEmpty(login.trim() === "");
    if (login.trim() === "") return document.getElementById("mail-login")?.focus();
    sessionStorage.setItem(LOGIN_KEY, login.trim());
    slider.open();
  };
  if (slider.done) return <Note family="granted"><div role="status">{words.mailSent}</div></Note>;
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <p className="secondary">{words.mailLead}</p>
      {slider.mistake && <Note family="refused">{slider.mistake}</Note>}
      <Field id="mail-login" label={words.login} plain hint={words.loginHint} error={empty ? words.loginEmpty : null}>
        {(wiring) => <Input {...wiring} value={login} onChange={(event) => setLogin(event.target.value)} autoComplete="username" size="large" />}
      </Field>
      {slider.proving
        ? <Proof attempt={slider.attempt} busy={busy} onAnswer={slider.answer} />
        : <Button type="primary" htmlType="submit" size="large" block>{words.getMail}</Button>}
    </form>
  );
}
