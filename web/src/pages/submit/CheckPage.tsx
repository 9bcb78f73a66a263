import { NotFound } from "../../app/NotFound";
import { useParam } from "../../app/router";
import { FaultNote } from "../../components/FaultNote";
import { Skeleton } from "../../components/Skeleton";
import { useData } from "../../live/useData";
import { EditDocument } from "../wizard/documents";
import { Check } from "./Check";
import type { ReactNode } from "react";

export default function CheckPage(): ReactNode {
  const id = useParam("id");
  const { data, fault, reload } = useData(EditDocument, { id });
  const node = data?.node;
  if (node === undefined && fault !== null) return <FaultNote message={fault.message} reference={fault.reference} onRetry={reload} />;
  if (node === undefined) return <Skeleton lines={6} onRetry={reload} />;
  return node?.__typename === "Registration" ? <Check registration={node} onReload={reload} /> : <NotFound />;
}
