import { useState, type ReactNode } from "react";
import { Page } from "../../app/Page";
import { navigate } from "../../app/router";
import { Tabs } from "../../components/Tabs";
import { useAct } from "../../live/useAct";
import { common } from "../../words/common";
import { recoverWords } from "../../words/recovery";
import { passwordWords as words } from "../../words/signIn";
import { CodeForm } from "./CodeForm";
import { ResetPasswordDocument } from "./documents";
import { passwordMistakes } from "./mistakes";
import { NewPassword } from "./NewPassword";
import { ByAuthority } from "./recover/ByAuthority";
import { ByMail } from "./recover/ByMail";

const WAYS = [{ key: "sms", word: recoverWords.bySms }, { key: "mail", word: recoverWords.byMail }, { key: "authority", word: recoverWords.byAuthority }] as const;
type Way = (typeof WAYS)[number]["key"];
const FORMS: Record<Way, () => ReactNode> = { sms: BySms, mail: ByMail, authority: ByAuthority };

/** Three ways to a new password; the old one can be read by nobody. */
export default function RecoverPage(): ReactNode {
  const [way, setWay] = useState<Way>("sms");
  const Form = FORMS[way];
  return (
    <div className="narrow">
      <Page title={words.recoverTitle} lead={words.recoverLead}>
        <div className="card"><Tabs label={recoverWords.ways} tabs={[...WAYS]} chosen={way} onChoose={setWay}><Form /></Tabs></div>
      </Page>
    </div>
  );
}

function BySms(): ReactNode {
  const [proved, setProved] = useState<{ challengeId: string; login: string } | null>(null);
  const [reset] = useAct(ResetPasswordDocument);
  if (proved === null) {
    return <CodeForm purpose="RESET_PASSWORD" button={common.next} busyButton={common.checking} onProved={(challengeId, login) => { setProved({ challengeId, login }); return Promise.resolve(null); }} />;
  }
  return (
    <NewPassword
      onSave={async ({ password, passwordAgain }) => {
        const answer = await reset({ input: { ...proved, password, passwordAgain } });
        if (answer.kind === "done") navigate("/sign-in?done=reset", { replace: true });
        return passwordMistakes(answer);
      }}
    />
  );
}
