import Button from "antd/es/button";
import Input from "antd/es/input/Input";
import { useState, type FormEvent, type ReactNode } from "react";
import { Field } from "../../components/Field";
import { ErrorSummary, type Mistake } from "../../components/ErrorSummary";
import { passwordWords as words } from "../../words/signIn";

const SHORTEST = 10;

interface Props {
  /** Asks for the present password first. */
  withOld?: boolean;
  /** Returns the service's sentences when it refused. */
  onSave: (passwords: { oldPassword: string; password: string; passwordAgain: string }) => Promise<Mistake[]>;
}

/** Two equal passwords of at least ten characters; everything else is judged by the service. */
export function NewPassword({ withOld = false, onSave }: Props): ReactNode {
  const [old, setOld] = useState("");
  const [password, setPassword] = useState("");
  const [again, setAgain] = useState("");
  const [mistakes, setMistakes] = useState<Mistake[]>([]);
  const [press, setPress] = useState(0);
  const [busy, setBusy] = useState(false);
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    const found = [...(withOld && old === "" ? [{ field: "old-password", message: words.oldEmpty }] : []), ...check(password, again)];
    setBusy(true);
    setMistakes(found.length > 0 ? found : await onSave({ oldPassword: old, password, passwordAgain: again }));
    setBusy(false);
    setPress((count) => count + 1);
  };
  const errorOf = (field: string): string | undefined => mistakes.find((mistake) => mistake.field === field)?.message;
  return (
    <form className="stack" onSubmit={(event) => void submit(event)} noValidate>
      <ErrorSummary mistakes={mistakes} press={press} />
      {withOld && (
        <Field id="old-password" label={words.old} plain error={errorOf("old-password")}>
          {(wiring) => <Input {...wiring} type="password" autoComplete="current-password" size="large" value={old} onChange={(event) => setOld(event.target.value)} />}
        </Field>
      )}
      <Field id="new-password" label={words.password} plain hint={words.hint} error={errorOf("new-password")}>
        {(wiring) => <Input {...wiring} type="password" autoComplete="new-password" size="large" value={password} onChange={(event) => setPassword(event.target.value)} />}
      </Field>
      <Field id="new-password-again" label={words.again} plain error={errorOf("new-password-again")}>
        {(wiring) => <Input {...wiring} type="password" autoComplete="new-password" size="large" value={again} onChange={(event) => setAgain(event.target.value)} />}
      </Field>
      <Button type="primary" htmlType="submit" size="large" aria-disabled={busy}>{busy ? words.saving : words.save}</Button>
    </form>
  );
}

function check(password: string, again: string): Mistake[] {
  if ([...password].length < SHORTEST) return [{ field: "new-password", message: words.short([...password].length) }];
  return password === again ? [] : [{ field: "new-password-again", message: words.different }];
}
