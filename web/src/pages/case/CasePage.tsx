import type { ReactNode } from "react";
import { NotFound } from "../../app/NotFound";
import { useParam } from "../../app/router";
import { FaultNote } from "../../components/FaultNote";
import { Skeleton } from "../../components/Skeleton";
import { DeskOnly } from "../desk/DeskOnly";
import { CaseView } from "./CaseView";
import { useCase } from "./useCase";
import "./case.css";

export default function CasePage(): ReactNode {
  const id = useParam("id");
  return <DeskOnly>{(reviewer) => <Case key={id} id={id} me={reviewer.id} myName={reviewer.name} />}</DeskOnly>;
}

function Case({ id, me, myName }: { id: string; me: string; myName: string }): ReactNode {
  const { one, missing, fault, reload, visit, act } = useCase(id, me);
  if (one !== null) return <CaseView one={one} me={me} myName={myName} visit={visit} reload={reload} onActed={act} />;
  if (missing) return <NotFound />;
  if (fault !== null) return <FaultNote message={fault.message} reference={fault.reference} onRetry={reload} />;
  return <Skeleton lines={9} onRetry={reload} />;
}
