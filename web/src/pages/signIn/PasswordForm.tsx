import Button from "antd/es/button";
import Input from "antd/es/input/Input";
import { useState, type FormEvent, type ReactNode } from "react";
import { Field } from "../../components/Field";
import { Note } from "../../components/Note";
import type { IdentityKind } from "../../gql/enums";
import type { SignInMutation, SliderAnswer } from "../../gql/graphql";
import { useAct } from "../../live/useAct";
import { signInWords as words } from "../../words/signIn";
import { SignInDocument } from "./documents";
import { Proof } from "./Proof";
import { sentence } from "./useCode";

export type SignedIn = NonNullable<SignInMutation["signIn"]["account"]>;

interface Props {
  /** The login is the number of such a paper, chosen by what stands above it. */
  paper?: IdentityKind;
  children?: ReactNode;
  onSignedIn: (account: SignedIn) => void;
}

export function PasswordForm({ paper, children, onSignedIn }: Props): ReactNode {
  const [signIn, busy] = useAct(SignInDocument);
  const [login, setLogin] = useState("");
  const [password, setPassword] = useState("");
  const [attempt, setAttempt] = useState(0);
  const [proving, setProving] = useState(false);
  const [wrong, setWrong] = useState<{ login?: string; password?: string; form?: string | null }>({});
  const send = async (slider?: SliderAnswer): Promise<void> => {
    const answer = await signIn({ input: { login: login.trim(), password, slider, identityKind: paper } });
    if (answer.kind === "done" && answer.payload.account) return onSignedIn(answer.payload.account);
    const wantsSlider = answer.kind === "refused" && answer.errors.some((error) => error.code === "SLIDER_REQUIRED");
    setProving(wantsSlider || slider !== undefined);
    if (slider !== undefined) setAttempt(attempt + 1);
    setWrong({ form: !wantsSlider ? sentence(answer) : slider === undefined ? words.needSlider : words.sliderFailed });
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const empty = { login: login.trim() === "" ? (paper ? words.paperEmpty : words.loginEmpty) : undefined, password: password === "" ? words.passwordEmpty : undefined };
    setWrong(empty);
    if (empty.login === undefined && empty.password === undefined) void send();
    else document.getElementById(empty.login ? "login" : "password")?.focus();
  };
  return (
    <form className="stack" onSubmit={submit} noValidate>
      {wrong.form && <Note family="refused">{wrong.form}</Note>}
      {children}
      <Field id="login" label={paper ? words.paperNumber : words.login} plain hint={paper ? undefined : words.loginHint} error={wrong.login}>
        {(wiring) => <Input {...wiring} value={login} onChange={(event) => setLogin(event.target.value)} autoComplete="username" size="large" />}
      </Field>
      <Field id="password" label={words.password} plain error={wrong.password}>
        {(wiring) => <Input {...wiring} type="password" value={password} onChange={(event) => setPassword(event.target.value)} autoComplete="current-password" size="large" />}
      </Field>
      {proving && <Proof attempt={attempt} busy={busy} onAnswer={(answer) => void send(answer)} />}
      <Button type="primary" htmlType="submit" size="large" block aria-disabled={busy}>{busy ? words.signingIn : words.signIn}</Button>
    </form>
  );
}
