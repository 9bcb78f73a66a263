import { graphql } from "@/gql";
import Button from "antd/es/button";
import { useEffect, useState, type ReactNode } from "react";
import { useClient } from "urql";
import { Dialog } from "../components/Dialog";
import { startAnew } from "../live/client";
import { idleAt, saveAll } from "../live/idle";
import { SignOutDocument } from "../pages/me/documents";
import { idleWords as words } from "../words/me";
import { announce } from "./announce";
import { navigate } from "./router";

const StayDocument = graphql(/* GraphQL */ `
  query Stay { viewer { unreadCount } }
`);

const MINUTE_MS = 60_000;
/** The page leaves this long before the service would end the session, so that the draft can still be saved. */
const AHEAD_MS = 5_000;

/** Two minutes in which one press stays; then what was typed is saved and the session ended. */
export default function IdleDialog({ at }: { at: number }): ReactNode {
  const client = useClient();
  const [minutes] = useState(() => Math.max(1, Math.round((at - Date.now()) / MINUTE_MS)));
  useEffect(() => announce(words.spoken, "assertive"), []);
  useEffect(() => {
    const leave = async (): Promise<void> => {
      await saveAll();
      await client.mutation(SignOutDocument, {}).toPromise();
      const next = encodeURIComponent(location.pathname + location.search);
      idleAt.set(null);
      startAnew();
      navigate(`/sign-in?done=idle&next=${next}`, { replace: true });
    };
    const timer = setTimeout(() => void leave(), Math.max(at - AHEAD_MS - Date.now(), 0));
    return () => clearTimeout(timer);
  }, [at, client]);
  const stay = (): void => void client.query(StayDocument, {}, { requestPolicy: "network-only" }).toPromise();
  return (
    <Dialog title={words.title} onClose={stay}>
      <p>{words.body(minutes)}</p>
      <div className="dialog-buttons"><Button type="primary" onClick={stay}>{words.stay}</Button></div>
    </Dialog>
  );
}
