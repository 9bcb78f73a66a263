import type { ReactNode } from "react";
import { Page } from "../../app/Page";
import { exportWords as words } from "../../words/transfers";
import { Made } from "./Made";

/** Everything that was given out as a file, for as long as it is kept. */
export default function ListPage(): ReactNode {
  return (
    <Page title={words.title} lead={words.lead}>
      <section className="card" aria-label={words.title}><Made /></section>
    </Page>
  );
}
