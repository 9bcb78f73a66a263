import Button from "antd/es/button";
import { useState, type ReactNode } from "react";
import { Link } from "../../app/router";
import { Dialog } from "../../components/Dialog";
import { FieldRow } from "../../components/FieldRow";
import { Note } from "../../components/Note";
import { useAct } from "../../live/useAct";
import { common } from "../../words/common";
import { meWords as words } from "../../words/me";
import { CodeForm } from "../signIn/CodeForm";
import { sentence } from "../signIn/useCode";
import { ChangeMobileDocument } from "./documents";

/** The login mobile; another one is taken after both were proved. */
export function MobileRow({ masked, onChanged }: { masked: string; onChanged: () => void }): ReactNode {
  const [open, setOpen] = useState(false);
  const [changed, setChanged] = useState(false);
  return (
    <>
      <FieldRow label={words.mobile} action={<Button onClick={() => setOpen(true)}>{words.changeMobile}</Button>}>
        <span className="tn">{masked}</span>
        {changed && <Note family="granted"><div role="status">{words.mobileChanged}</div></Note>}
      </FieldRow>
      {open && (
        <Dialog title={words.changeMobile} onClose={() => setOpen(false)}>
          <ChangeMobile
            masked={masked}
            onDone={() => {
              setOpen(false);
              setChanged(true);
              onChanged();
            }}
          />
        </Dialog>
      )}
    </>
  );
}

function ChangeMobile({ masked, onDone }: { masked: string; onDone: () => void }): ReactNode {
  const [change] = useAct(ChangeMobileDocument);
  const [oldChallengeId, setOld] = useState<string | null>(null);
  if (oldChallengeId === null) {
    return (
      <div className="stack">
        <p>{words.oldMobileFirst(masked)}</p>
        <CodeForm key="old" purpose="OLD_MOBILE" sentTo={masked} button={common.next} busyButton={common.checking} onProved={(challengeId) => { setOld(challengeId); return Promise.resolve(null); }} />
        <p className="small">{words.oldMobileLost} <Link to="/sign-in/recover">{words.askAuthority}</Link></p>
      </div>
    );
  }
  const finish = async (newChallengeId: string): Promise<string | null> => {
    const answer = await change({ input: { oldChallengeId, newChallengeId } });
    if (answer.kind === "done") onDone();
    return sentence(answer);
  };
  return (
    <div className="stack">
      <p>{words.newMobileNow}</p>
      <CodeForm key="new" purpose="NEW_MOBILE" button={words.changeMobileNow} busyButton={common.checking} onProved={finish} />
    </div>
  );
}
