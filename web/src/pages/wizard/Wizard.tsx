import Left from "@ant-design/icons/es/icons/LeftOutlined";
import Cloud from "@ant-design/icons/es/icons/CloudOutlined";
import Button from "antd/es/button";
import { useMemo, useState, type ReactNode } from "react";
import { Page } from "../../app/Page";
import { navigate, usePlace } from "../../app/router";
import { Note } from "../../components/Note";
import { StickyBar } from "../../components/StickyBar";
import type { DraftPartsFragment } from "../../gql/graphql";
import { useLive } from "../../live/useLive";
import { common } from "../../words/common";
import { professions, registrationKinds } from "../../words/terms";
import { wizardWords as words } from "../../words/wizard";
import { DraftContext } from "./DraftContext";
import { DraftChangesDocument } from "./documents";
import { DraftConflict } from "./DraftConflict";
import type { Draft } from "./draft/engine";
import { useDraft } from "./draft/useDraft";
import { GapList } from "./GapList";
import { isYours, NotYours } from "./NotYours";
import { Remarks } from "./Remarks";
import { StepList, StepProgress } from "./StepList";
import { StepForm } from "./StepForm";
import { pathOf, stepsOf, type StepName } from "./steps";
import { useForm } from "./useForm";
import "./wizard.css";

export function Wizard({ registration, step }: { registration: DraftPartsFragment; step: StepName }): ReactNode {
  const { id, kind, profession, state, findings } = registration;
  const { search } = usePlace();
  const { draft, engine } = useDraft(registration);
  const form = useForm(registration);
  const editing = useMemo(() => ({ registration, draft, engine }), [registration, draft, engine]);
  useLive(DraftChangesDocument, { id }, true);
  const [postponed, setPostponed] = useState<string | null>(null);
  const disputed = draft.clashes.join();
  const steps = stepsOf(registration.sections);
  const at = steps.indexOf(step);
  const next = search.get("back") === "check" ? "check" : steps[at + 1] ?? "check";
  const previous = steps[at - 1];
  const go = async (): Promise<void> => {
    await engine.flush();
    if (engine.draft.get().state === "conflict") return setPostponed(null);
    navigate(pathOf(id, next));
  };
  if (!isYours(state)) return <NotYours id={id} step={step} />;
  return (
    <DraftContext value={editing}>
      <div className="wizard with-bar">
        <StepList registration={registration} step={step} />
        <div className="wizard-form stack">
          <StepProgress steps={steps} step={step} findings={findings} />
          <div>
            <p className="wizard-part small">{step === "pledge" ? words.declaration(professions[profession], registrationKinds[kind]) : words.online}</p>
            <Page title={words.steps[step]} lead={step === "check" ? undefined : words.leads[step]}>{null}</Page>
            <div className="stack">
              <Others registration={registration} />
              <Remarks registration={registration} step={step} />
              {draft.errors[""] && <Note family="refused">{draft.errors[""]}</Note>}
              <StepForm step={step} form={form} />
            </div>
          </div>
        </div>
        <GapList id={id} findings={findings} />
        <StickyBar
          left={previous && <Button icon={<Left aria-hidden="true" />} onClick={() => navigate(pathOf(id, previous))}>{common.previousStep}</Button>}
          note={<span className="save-note"><Cloud aria-hidden="true" /> {saveWord(draft)}</span>}
        >
          <Button type="primary" onClick={() => void go()}>{common.saveAndContinue}</Button>
        </StickyBar>
      </div>
      <DraftConflict postponed={postponed === disputed} onLater={() => setPostponed(disputed)} />
    </DraftContext>
  );
}

function Others({ registration }: { registration: DraftPartsFragment }): ReactNode {
  return registration.viewers.filter((viewer) => viewer.editing).map((viewer) => <Note key={viewer.label} family="unknown">{words.othersEditing(viewer.label)}</Note>);
}

function saveWord({ state, savedAt, errors }: Draft): string {
  if (Object.keys(errors).length > 0 && state === "failed") return words.saveRefused;
  if (state === "failed") return words.saveFailed;
  if (state === "conflict") return words.choiceWaits;
  if (state === "saving") return words.saving;
  if (state === "waiting") return words.unsaved;
  return savedAt === null ? words.everSaved : words.saved(savedAt);
}
