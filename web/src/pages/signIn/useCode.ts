import { useState } from "react";
import type { ChallengePurpose } from "../../gql/enums";
import type { SliderAnswer } from "../../gql/graphql";
import { useAct, type Answer } from "../../live/useAct";
import { signInWords as words } from "../../words/signIn";
import { ProveCodeDocument, RequestCodeDocument } from "./documents";

export interface CodeSteps {
  challenge: { id: string; sentTo: string } | null;
  /** How many slider answers were refused. */
  refusals: number;
  asking: boolean;
  mistake: string | null;
  ask: (slider: SliderAnswer, target: string) => Promise<boolean>;
  /** The proved challenge's id, or null when the code was wrong. */
  prove: (code: string) => Promise<string | null>;
  restart: () => void;
}

/** Slider, code sent, code proved: the same three steps wherever a mobile number is proved. */
export function useCode(purpose: ChallengePurpose): CodeSteps {
  const [request, asking] = useAct(RequestCodeDocument);
  const [proveCode] = useAct(ProveCodeDocument);
  const [challenge, setChallenge] = useState<CodeSteps["challenge"]>(null);
  const [refusals, setRefusals] = useState(0);
  const [mistake, setMistake] = useState<string | null>(null);
  return {
    challenge, refusals, asking, mistake,
    async ask(slider, target) {
      const answer = await request({ input: { slider, channel: "SMS", target, purpose } });
      setMistake(sentence(answer));
      if (answer.kind === "done" && answer.payload.challenge) {
        setChallenge(answer.payload.challenge);
        setRefusals(0);
        return true;
      }
      setRefusals(refusals + 1);
      return false;
    },
    async prove(code) {
      if (challenge === null) return null;
      const answer = await proveCode({ input: { challengeId: challenge.id, code } });
      setMistake(sentence(answer));
      return answer.kind === "done" ? challenge.id : null;
    },
    restart: () => setChallenge(null),
  };
}

/** The first sentence that the service gave, or that it did not answer. */
export function sentence(answer: Answer<unknown>): string | null {
  if (answer.kind === "done") return null;
  return (answer.kind === "refused" ? answer.errors[0]?.message : answer.fault.message) || words.failed;
}
