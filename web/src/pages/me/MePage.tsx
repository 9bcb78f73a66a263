import Button from "antd/es/button";
import { useState, type ReactNode } from "react";
import { Page } from "../../app/Page";
import { toggleTypeSize, typeSize } from "../../app/typeSize";
import { Dialog } from "../../components/Dialog";
import { FaultNote } from "../../components/FaultNote";
import { Facts, FieldRow } from "../../components/FieldRow";
import { Note } from "../../components/Note";
import { PersonName } from "../../components/PersonName";
import { Skeleton } from "../../components/Skeleton";
import { useStore } from "../../live/store";
import { useAct } from "../../live/useAct";
import { useData } from "../../live/useData";
import { meWords as words } from "../../words/me";
import { passwordWords } from "../../words/signIn";
import { passwordMistakes } from "../signIn/mistakes";
import { NewPassword } from "../signIn/NewPassword";
import { ChangePasswordDocument, MeDocument } from "./documents";
import { EmailRow } from "./EmailRow";
import { IdentityRow } from "./IdentityRow";
import { MobileRow } from "./MobileRow";
import { Reminders } from "./Reminders";
import { Sessions } from "./Sessions";
import { SignOut } from "./SignOut";
import { SmsKinds } from "./SmsKinds";
import "../registrations/registrations.css";

export default function MePage(): ReactNode {
  const { data, fault, reload } = useData(MeDocument, {});
  const account = data?.viewer.account;
  const person = data?.viewer.person;
  const name = person?.name.full ?? person?.name.masked ?? data?.viewer.reviewer?.name;
  if (data === null && fault !== null) return <FaultNote message={fault.message} reference={fault.reference} onRetry={reload} />;
  if (!account) return <Skeleton lines={5} onRetry={reload} />;
  return (
    <Page title={words.title}>
      <div className="stack narrow-page">
        <section className="card">
          <h2>{words.account}</h2>
          <Facts>
            {name && <FieldRow label={words.name}><PersonName>{name}</PersonName></FieldRow>}
            {person && <IdentityRow masked={person.identityNumber.masked} old={person.availableActions.some(({ action }) => action === "UPGRADE_IDENTITY_NUMBER")} />}
            <MobileRow masked={account.mobile.masked} onChanged={reload} />
            <EmailRow masked={account.email?.masked ?? null} />
          </Facts>
        </section>
        {account.kind === "PERSON" && <Reminders wanted={account.reminders} />}
        {account.kind === "PERSON" && <SmsKinds wanted={account.messages} />}
        <TypeSizeCard />
        <PasswordCard />
        <Sessions />
        <SignOut />
      </div>
    </Page>
  );
}

function TypeSizeCard(): ReactNode {
  const large = useStore(typeSize) === "large";
  return <section className="card"><h2>{words.display}</h2><Button onClick={toggleTypeSize}>{large ? words.largeOff : words.largeOn}</Button></section>;
}

function PasswordCard(): ReactNode {
  const [open, setOpen] = useState(false);
  const [changed, setChanged] = useState(false);
  const [change] = useAct(ChangePasswordDocument);
  return (
    <section className="card stack">
      <h2>{words.password}</h2>
      {changed && <Note family="granted">{passwordWords.changed}</Note>}
      <div><Button onClick={() => setOpen(true)}>{words.changePassword}</Button></div>
      {open && (
        <Dialog title={passwordWords.changeTitle} onClose={() => setOpen(false)}>
          <NewPassword
            withOld
            onSave={async (input) => {
              const answer = await change({ input });
              if (answer.kind === "done") {
                setOpen(false);
                setChanged(true);
              }
              return passwordMistakes(answer);
            }}
          />
        </Dialog>
      )}
    </section>
  );
}
