import { useState, type ReactNode } from "react";
import { Page } from "../../app/Page";
import { navigate } from "../../app/router";
import { useAct } from "../../live/useAct";
import { common } from "../../words/common";
import { passwordWords as words } from "../../words/signIn";
import { CodeForm } from "./CodeForm";
import { ResetPasswordDocument } from "./documents";
import { passwordMistakes } from "./mistakes";
import { NewPassword } from "./NewPassword";

export default function RecoverPage(): ReactNode {
  const [proved, setProved] = useState<{ challengeId: string; login: string } | null>(null);
  const [reset] = useAct(ResetPasswordDocument);
  return (
    <div className="narrow">
      <Page title={words.recoverTitle} lead={words.recoverLead}>
        <div className="card">
          {proved === null ? (
            <CodeForm purpose="RESET_PASSWORD" button={common.next} busyButton={common.checking} onProved={(challengeId, login) => { setProved({ challengeId, login }); return Promise.resolve(null); }} />
          ) : (
            <NewPassword
              onSave={async ({ password, passwordAgain }) => {
                const answer = await reset({ input: { ...proved, password, passwordAgain } });
                if (answer.kind === "done") navigate("/sign-in", { replace: true });
                return passwordMistakes(answer);
              }}
            />
          )}
        </div>
      </Page>
    </div>
  );
}
