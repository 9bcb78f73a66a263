import Input from "antd/es/input/Input";
import { useState, type ReactNode } from "react";
import { Link, navigate, usePlace } from "../../app/router";
import { Page } from "../../app/Page";
import { Field } from "../../components/Field";
import { Note } from "../../components/Note";
import { useAct } from "../../live/useAct";
import { recoverWords as words } from "../../words/recovery";
import { ProveCodeDocument, ResetPasswordDocument } from "./documents";
import { passwordMistakes } from "./mistakes";
import { NewPassword } from "./NewPassword";
import { LOGIN_KEY } from "./recover/ByMail";

/** Where the link in a mail leads. Opening the page spends nothing: programs open links in mails too. */
export default function LinkPage(): ReactNode {
  const { search } = usePlace();
  const [challengeId, code] = [search.get("id"), search.get("code")];
  return (
    <div className="narrow">
      <Page title={words.linkTitle} lead={words.linkLead}>
        <div className="card stack">
          {challengeId && code ? <Renew challengeId={challengeId} code={code} /> : <Note family="refused">{words.linkBroken}</Note>}
          <p className="small"><Link to="/sign-in/recover">{words.again}</Link></p>
        </div>
      </Page>
    </div>
  );
}

function Renew({ challengeId, code }: { challengeId: string; code: string }): ReactNode {
  const [prove] = useAct(ProveCodeDocument);
  const [reset] = useAct(ResetPasswordDocument);
  const [login, setLogin] = useState(() => sessionStorage.getItem(LOGIN_KEY) ?? "");
  return (
    <>
      <Field id="link-login" label={words.login} plain hint={words.loginHint}>
        {(wiring) => <Input {...wiring} value={login} onChange={(event) => setLogin(event.target.value)} autoComplete="username" size="large" />}
      </Field>
      <NewPassword
        onSave={async ({ password, passwordAgain }) => {
          if (login.trim() === "") return [{ field: "link-login", message: words.loginEmpty }];
          // Refused when it was proved before (a password that was too weak, say): the next answer tells.
          await prove({ input: { challengeId, code } });
          const answer = await reset({ input: { login: login.trim(), challengeId, password, passwordAgain } });
          if (answer.kind === "done") navigate("/sign-in?done=reset", { replace: true });
          return passwordMistakes(answer);
        }}
      />
    </>
  );
}
