import { useEffect, useState, type ReactNode } from "react";
import { outdated } from "../live/build";
import { useStore } from "../live/store";
import { newBuild as words } from "../words/common";
import { announce } from "./announce";
import { usePlace } from "./router";

/** Another build is served: said once on each page, never a forced reload. Drafts and remarks outlive the reload. */
export function NewBuild(): ReactNode {
  const { path } = usePlace();
  const known = useStore(outdated);
  const [later, setLater] = useState<string | null>(null);
  useEffect(() => {
    if (known) announce(words.title);
  }, [known]);
  if (!known || later === path) return null;
  return (
    <aside className="new-build" aria-label={words.title}>
      <span><strong>{words.title}</strong> {words.body}</span>
      <button type="button" className="link tap" onClick={() => location.reload()}>{words.reload}</button>
      <button type="button" className="link tap" onClick={() => setLater(path)}>{words.later}</button>
    </aside>
  );
}
