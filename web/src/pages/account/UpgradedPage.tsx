import type { ReactNode } from "react";
import { Page } from "../../app/Page";
import { Note } from "../../components/Note";
import { useStore } from "../../live/store";
import { upgradeWords as words } from "../../words/holder";
import { GoButton } from "../parts/GoButton";
import { newNumber } from "./newNumber";

/** Shows the new number and the way back to the sign-in page (S2-22). */
export default function UpgradedPage(): ReactNode {
  const number = useStore(newNumber);
  return (
    <div className="narrow">
      <Page title={words.doneTitle} lead={words.doneLead}>
        <div className="card stack">
          <Note family="granted"><div role="status" className="tn">{number === null ? words.doneUnknown : words.done(number)}</div></Note>
          <div><GoButton to="/sign-in" primary>{words.back}</GoButton></div>
        </div>
      </Page>
    </div>
  );
}
