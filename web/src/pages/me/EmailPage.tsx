import Button from "antd/es/button";
import { useState, type ReactNode } from "react";
import { Page } from "../../app/Page";
import { Link, usePlace } from "../../app/router";
import { Note } from "../../components/Note";
import { useAct } from "../../live/useAct";
import { common } from "../../words/common";
import { meWords as words } from "../../words/me";
import { ProveCodeDocument } from "../signIn/documents";
import { sentence } from "../signIn/useCode";
import { ChangeEmailDocument } from "./documents";

/** Where the link in the mail leads. Opening the page changes nothing: programs open links in mails too. */
export default function EmailPage(): ReactNode {
  const { search } = usePlace();
  const [prove, proving] = useAct(ProveCodeDocument);
  const [change, changing] = useAct(ChangeEmailDocument);
  const [said, setSaid] = useState<{ ok: boolean; sentence: string } | null>(null);
  const [challengeId, code] = [search.get("id") ?? "", search.get("code") ?? ""];
  const confirm = async (): Promise<void> => {
    await prove({ input: { challengeId, code } });
    const mistake = sentence(await change({ input: { challengeId } }));
    setSaid({ ok: mistake === null, sentence: mistake ?? words.emailChanged });
  };
  return (
    <Page title={words.emailTitle} lead={words.emailLead}>
      <div className="card stack narrow-page">
        {said && <Note family={said.ok ? "granted" : "refused"}><div role="status">{said.sentence}</div></Note>}
        {said?.ok !== true && <div><Button type="primary" aria-disabled={proving || changing} onClick={() => void confirm()}>{proving || changing ? common.checking : words.confirmEmail}</Button></div>}
        <p><Link to="/me">{words.backToMe}</Link></p>
      </div>
    </Page>
  );
}
