import Input from "antd/es/input/Input";
import { useState, type ReactNode } from "react";
import { navigate } from "../../../app/router";
import { Field } from "../../../components/Field";
import { useAct } from "../../../live/useAct";
import { recoverWords as words } from "../../../words/recovery";
import { ResetPasswordDocument } from "../documents";
import { passwordMistakes } from "../mistakes";
import { NewPassword } from "../NewPassword";

/** The one-time code that came to the contact's mobile, and the new password. */
export function WithGrant(): ReactNode {
  const [reset] = useAct(ResetPasswordDocument);
  const [login, setLogin] = useState("");
  const [recoveryCode, setCode] = useState("");
  const empty = [
    ...(login.trim() === "" ? [{ field: "grant-login", message: words.loginEmpty }] : []),
    ...(recoveryCode.trim() === "" ? [{ field: "grant-code", message: words.codeEmpty }] : []),
  ];
  return (
    <div className="stack">
      <Field id="grant-login" label={words.login} plain hint={words.loginHint}>
        {(wiring) => <Input {...wiring} value={login} onChange={(event) => setLogin(event.target.value)} autoComplete="username" size="large" />}
      </Field>
      <Field id="grant-code" label={words.code} plain hint={words.codeHint}>
        {(wiring) => <Input {...wiring} value={recoveryCode} onChange={(event) => setCode(event.target.value)} autoComplete="one-time-code" size="large" />}
      </Field>
      <NewPassword
        onSave={async ({ password, passwordAgain }) => {
          if (empty.length > 0) return empty;
          const answer = await reset({ input: { login: login.trim(), recoveryCode: recoveryCode.trim(), password, passwordAgain } });
          if (answer.kind === "done") navigate("/sign-in?done=reset", { replace: true });
          return passwordMistakes(answer);
        }}
      />
    </div>
  );
}
