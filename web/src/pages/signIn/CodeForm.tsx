import Button from "antd/es/button";
import Input from "antd/es/input/Input";
import { useEffect, useState, type FormEvent, type ReactNode } from "react";
import { Field } from "../../components/Field";
import { Note } from "../../components/Note";
import type { ChallengePurpose } from "../../gql/enums";
import { signInWords as words } from "../../words/signIn";
import { mobileMistake } from "./mobile";
import { Proof } from "./Proof";
import { useCode } from "./useCode";

interface Props {
  purpose: ChallengePurpose;
  /** The account's own number, masked: nothing is typed, the service knows where to send the code. */
  sentTo?: string;
  button: string;
  busyButton: string;
  /** Gets the proved challenge; returns a sentence when the next step was refused. */
  onProved: (challengeId: string, mobile: string) => Promise<string | null>;
}

/** Mobile number, slider, code: one form, one primary button. */
export function CodeForm({ purpose, sentTo, button, busyButton, onProved }: Props): ReactNode {
  const steps = useCode(purpose);
  const [mobile, setMobile] = useState("");
  const [code, setCode] = useState("");
  const [proving, setProving] = useState(false);
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<{ mobile?: string | null; code?: string | null; form?: string | null }>({});
  const seconds = useCountdown(steps.challenge?.id ?? null);
  const openSlider = (): void => {
    const mistake = sentTo === undefined ? mobileMistake(mobile) : null;
    setWrong({ mobile: mistake });
    setProving(mistake === null);
    if (mistake !== null) document.getElementById("mobile")?.focus();
  };
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault();
    if (steps.challenge === null) return openSlider();
    if (code === "") return setWrong({ code: words.codeEmpty });
    setBusy(true);
    const proved = await steps.prove(code.trim());
    setWrong({ form: proved === null ? null : await onProved(proved, mobile) });
    setBusy(false);
  };
  return (
    <form className="stack" onSubmit={(event) => void submit(event)} noValidate>
      {wrong.form && <Note family="refused">{wrong.form}</Note>}
      {sentTo === undefined && <Field id="mobile" label={words.mobile} plain hint={words.mobileHint} error={wrong.mobile}>
        {(wiring) => <Input {...wiring} value={mobile} onChange={(event) => setMobile(event.target.value.trim())} inputMode="numeric" autoComplete="tel" size="large" />}
      </Field>}
      {proving && steps.mistake && <Note family="refused">{steps.mistake}</Note>}
      {proving && (
        <Proof
          attempt={steps.refusals} busy={steps.asking}
          onAnswer={(answer) => void steps.ask(answer, mobile).then((sent) => sent && setProving(false))}
        />
      )}
      {steps.challenge !== null && !proving && (
        <>
          <Field id="code" label={words.code} plain hint={words.codeHint(steps.challenge.sentTo)} error={wrong.code ?? steps.mistake}>
            {(wiring) => <Input {...wiring} value={code} onChange={(event) => setCode(event.target.value)} inputMode="numeric" autoComplete="one-time-code" size="large" autoFocus />}
          </Field>
          {seconds > 0 ? <p className="small secondary tn">{words.again(seconds)}</p> : <p><button type="button" className="link" onClick={openSlider}>{words.getCodeAgain}</button></p>}
        </>
      )}
      {!proving && (
        <Button type="primary" htmlType="submit" size="large" block aria-disabled={busy}>
          {steps.challenge === null ? words.getCode : busy ? busyButton : button}
        </Button>
      )}
    </form>
  );
}

const RESEND_SECONDS = 60;

/** Counts down from each sending, without announcements. */
function useCountdown(challenge: string | null): number {
  const [sent, setSent] = useState<{ challenge: string | null; left: number }>({ challenge: null, left: 0 });
  if (sent.challenge !== challenge) setSent({ challenge, left: challenge === null ? 0 : RESEND_SECONDS });
  useEffect(() => {
    const timer = setInterval(() => setSent((now) => ({ ...now, left: Math.max(0, now.left - 1) })), 1000);
    return () => clearInterval(timer);
  }, []);
  return sent.left;
}
