import Left from "@ant-design/icons/es/icons/LeftOutlined";
import Button from "antd/es/button";
import { useState, type ReactNode } from "react";
import { Page } from "../../app/Page";
import { navigate } from "../../app/router";
import { ErrorSummary, type Mistake } from "../../components/ErrorSummary";
import { isGap } from "../../components/gaps";
import { StickyBar } from "../../components/StickyBar";
import type { DraftPartsFragment } from "../../gql/graphql";
import { newKey } from "../../live/newKey";
import { useAct, type RefusedBecause } from "../../live/useAct";
import { useLive } from "../../live/useLive";
import { common, fault as faultWords } from "../../words/common";
import { checkWords as words, wizardWords } from "../../words/wizard";
import { DraftChangesDocument, ResubmitDocument, SubmitDocument } from "../wizard/documents";
import { GapList } from "../wizard/GapList";
import { isYours, NotYours } from "../wizard/NotYours";
import { pathOf, spotOf, stepsOf } from "../wizard/steps";
import { StepList, StepProgress } from "../wizard/StepList";
import { Answers } from "./Answers";
import "../wizard/wizard.css";
import "./check.css";

/** The last look: all answers, what is missing, the promise, and the one button. */
export function Check({ registration, onReload }: { registration: DraftPartsFragment; onReload: () => void }): ReactNode {
  const { id, state, version, findings, previewDigest, authority, applicationForm } = registration;
  const [submit, submitting] = useAct(SubmitDocument);
  const [resubmit, resubmitting] = useAct(ResubmitDocument);
  const [promised, setPromised] = useState(false);
  const [mistakes, setMistakes] = useState<Mistake[]>([]);
  const [press, setPress] = useState(0);
  const [key, setKey] = useState(newKey);
  useLive(DraftChangesDocument, { id }, true);
  const steps = stepsOf(registration.sections);
  const unmet = findings.filter(isGap);
  const returned = state === "RETURNED";
  const busy = submitting || resubmitting;
  const say = (found: Mistake[]): void => {
    setMistakes(found);
    setPress((count) => count + 1);
  };
  const send = async (): Promise<void> => {
    if (busy) return;
    const missing = [
      ...unmet.map((finding) => mistakeOf({ code: "UNMET_REQUIREMENT", message: finding.message, path: finding.path }, id)),
      ...(authority === null ? [{ message: words.noReceiver }] : []),
      ...(promised ? [] : [{ message: words.promiseNeeded, field: "promise" }]),
    ];
    if (missing.length > 0) return say(missing);
    const input = { id, version, previewDigest, idempotencyKey: key };
    const answer = returned ? await resubmit({ input }) : await submit({ input });
    if (answer.kind === "done") return navigate(`/registrations/${id}/receipt`, { replace: true });
    if (answer.kind === "failed") return say([{ message: answer.fault.message || faultWords.server }]);
    setKey(newKey());
    onReload();
    say(answer.errors.map((error) => mistakeOf(error, id)));
  };
  if (!isYours(state) && !busy) return <NotYours id={id} step="check" />;
  return (
    <div className="wizard">
      <StepList registration={registration} step="check" />
      <div className="stack">
        <StepProgress steps={steps} step="check" findings={findings} />
        <div>
          <Page title={wizardWords.steps.check} lead={words.lead}>{null}</Page>
          <div className="stack">
            <ErrorSummary mistakes={mistakes} press={press} />
            <Answers registration={registration} />
            <section className="card stack">
              <p>{words.unmet(unmet.length)}</p>
              {applicationForm?.downloadUrl && <p><a href={applicationForm.downloadUrl} target="_blank" rel="noreferrer">{words.preview}</a></p>}
              <label className="choice">
                <input type="checkbox" id="promise" checked={promised} onChange={(event) => setPromised(event.target.checked)} />
                {words.promise}
              </label>
            </section>
          </div>
        </div>
      </div>
      <GapList id={id} findings={findings} />
      <StickyBar
        left={<Button icon={<Left aria-hidden="true" />} onClick={() => navigate(pathOf(id, steps.at(-2) ?? "pledge"))}>{common.previousStep}</Button>}
        note={authority ? words.receiver(authority.name) : words.noReceiver}
      >
        <Button type="primary" aria-disabled={busy} onClick={() => void send()}>{busy ? words.submitting : returned ? words.resubmit : words.submit}</Button>
      </StickyBar>
    </div>
  );
}

/** A newcomer who only proved a mobile number sets a password first and comes back here. */
function mistakeOf({ code, message, path }: RefusedBecause, id: string): Mistake {
  if (code === "STALE_VERSION") return { message: words.changedMeanwhile };
  if (path?.at(-1) === "password") return { message, go: () => navigate(`/sign-in/new-password?next=${encodeURIComponent(pathOf(id, "check"))}`) };
  const { step, field } = spotOf(path);
  return step === "check" ? { message } : { message, go: () => navigate(`${pathOf(id, step)}?back=check${field === null ? "" : `#${field}`}`) };
}
