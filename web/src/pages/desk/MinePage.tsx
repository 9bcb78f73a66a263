import type { ReactNode } from "react";
import { DeskOnly } from "./DeskOnly";
import { QueueList } from "./QueueList";

export default function MinePage(): ReactNode {
  return <DeskOnly>{(reviewer) => <QueueList me={reviewer.id} mine />}</DeskOnly>;
}
