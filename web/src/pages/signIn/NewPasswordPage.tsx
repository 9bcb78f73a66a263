import type { ReactNode } from "react";
import { Page } from "../../app/Page";
import { navigate, nextPath } from "../../app/router";
import { useAct } from "../../live/useAct";
import { passwordWords as words } from "../../words/signIn";
import { SetPasswordDocument } from "./documents";
import { passwordMistakes } from "./mistakes";
import { NewPassword } from "./NewPassword";

export default function NewPasswordPage(): ReactNode {
  const [setPassword] = useAct(SetPasswordDocument);
  return (
    <div className="narrow">
      <Page title={words.newTitle} lead={words.newLead}>
        <div className="card">
          <NewPassword
            onSave={async ({ password, passwordAgain }) => {
              const answer = await setPassword({ input: { password, passwordAgain } });
              if (answer.kind === "done") navigate(nextPath("/home"), { replace: true });
              return passwordMistakes(answer);
            }}
          />
        </div>
      </Page>
    </div>
  );
}
