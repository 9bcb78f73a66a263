import type { ReactNode } from "react";
import { outdated } from "../live/build";
import { useStore } from "../live/store";
import { common, fault, newBuild } from "../words/common";

/** Stands where a part of the page broke or could not be fetched. Part of the shell: it must not need fetching itself. */
export function PartFault(): ReactNode {
  const replaced = useStore(outdated);
  return (
    <section className="card stack">
      <h1>{replaced ? newBuild.title : fault.heading}</h1>
      <p>{replaced ? newBuild.part : fault.broken}</p>
      <p><button type="button" className="link tap" onClick={() => location.reload()}>{replaced ? newBuild.reload : common.retry}</button></p>
    </section>
  );
}
