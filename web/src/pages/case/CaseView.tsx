import { useEffect, useMemo, useState, type ReactNode } from "react";
import { announce } from "../../app/announce";
import { useTitle } from "../../app/Page";
import type { Action } from "../../gql/enums";
import type { DeskCaseFragment } from "../../gql/graphql";
import { account } from "../../live/session";
import { useStore } from "../../live/store";
import { caseWords as words } from "../../words/case";
import { registrationKinds } from "../../words/terms";
import { KeysHelp } from "../desk/KeysHelp";
import { useWide } from "../../app/useWide";
import { CaseDeskContext, type CaseDesk } from "./CaseContext";
import { CaseHeader } from "./CaseHeader";
import { CaseTabs, type CaseTab } from "./CaseTabs";
import { DataPane } from "./DataPane";
import { DecideBar } from "./decide/DecideBar";
import { DecideDialog } from "./decide/DecideDialog";
import { WithdrawalAnswer } from "./decide/WithdrawalAnswer";
import { papersOf, type Paper } from "./papers";
import { remarksOf, type Place } from "./remarks";
import { RemarkList } from "./RemarkList";
import { standingOf, type Visit } from "./standing";
import { useCaseKeys } from "./useCaseKeys";
import { usePresence } from "./usePresence";
import { PaperPane } from "./viewer/PaperPane";

interface Props {
  one: DeskCaseFragment;
  me: string;
  myName: string;
  visit: Visit;
  reload: () => void;
  onActed: () => void;
}

export function CaseView({ one, me, myName, visit, reload, onActed }: Props): ReactNode {
  const remarks = useMemo(() => remarksOf(account.get() ?? "", one.id, sessionStorage), [one.id]);
  const own = useStore(remarks.store);
  const papers = papersOf(one);
  const [tab, setTab] = useState<CaseTab>("data");
  const [field, setField] = useState<string | null>(null);
  const [writing, setWriting] = useState<Place | null>(null);
  const [shown, setShown] = useState({ key: papers.find(({ kind }) => kind !== "PHOTO")?.key ?? papers[0]?.key ?? "", page: 1 });
  const [deciding, setDeciding] = useState<Action | null>(null);
  const [help, setHelp] = useState(false);
  const wide = useWide();
  const standing = standingOf(one, me, visit);
  usePresence(one.id, own.length > 0);
  useEffect(() => {
    if (standing.kind === "lost") announce(words.announceLost, "assertive");
  }, [standing.kind]);
  useTitle(words.title(one.basic.name.full || one.basic.name.masked, registrationKinds[one.kind]));
  const show = (key: string, page: number): void => setShown({ key, page });
  const lookAt = (path: string, kind: Paper["kind"] | undefined): void => {
    setField(path);
    const paper = papers.find((other) => other.kind === kind);
    if (paper && paper.key !== shown.key) show(paper.key, 1);
  };
  const mayRemark = standing.kind === "mine" && standing.actions.some(({ action }) => action === "RETURN_REGISTRATION");
  const desk: CaseDesk = { one, reload, papers, remarks, own, mayRemark, field, lookAt, writing, write: setWriting, paper: papers.find(({ key }) => key === shown.key) ?? null, page: shown.page, show };
  useCaseKeys({ desk, standing, decide: setDeciding, help: () => setHelp(true) });
  return (
    <CaseDeskContext value={desk}>
      <article className="case">
        <div className="case-top">
          <CaseHeader one={one} me={me} myName={myName} standing={standing} reload={reload} />
          <WithdrawalAnswer onOvertaken={reload} onActed={onActed} />
        </div>
        {!wide && <CaseTabs tab={tab} onChoose={setTab} papers={papers.length} remarks={own.length} />}
        <div className="case-body">
          {(wide || tab === "data") && <DataPane />}
          {(wide || tab === "papers") && <PaperPane />}
          {!wide && tab === "remarks" && <RemarkList />}
        </div>
        <DecideBar one={one} me={me} standing={standing} onDecide={setDeciding} onClaimed={reload} />
      </article>
      {deciding !== null && standing.kind === "mine" && <DecideDialog action={deciding} standing={standing} onClose={() => setDeciding(null)} onOvertaken={reload} onActed={onActed} />}
      {help && <KeysHelp list="case" onClose={() => setHelp(false)} />}
    </CaseDeskContext>
  );
}
