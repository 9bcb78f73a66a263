import type { ReactNode } from "react";
import { DeskOnly } from "./DeskOnly";
import { QueueList } from "./QueueList";

export default function QueuePage(): ReactNode {
  return <DeskOnly>{(reviewer) => <QueueList me={reviewer.id} mine={false} />}</DeskOnly>;
}
