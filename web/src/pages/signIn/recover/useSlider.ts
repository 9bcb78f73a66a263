import { useState } from "react";
import type { SliderAnswer } from "../../../gql/graphql";
import type { Answer } from "../../../live/useAct";
import { sentence } from "../useCode";

/** One act behind a slider: shown, answered, done; a refusal brings a new slider and says why. */
export function useSlider(send: (slider: SliderAnswer) => Promise<Answer<unknown>>): {
  proving: boolean;
  attempt: number;
  done: boolean;
  mistake: string | null;
  open: () => void;
  answer: (slider: SliderAnswer) => void;
} {
  const [state, setState] = useState<{ proving: boolean; attempt: number; done: boolean; mistake: string | null }>({ proving: false, attempt: 0, done: false, mistake: null });
  const answer = async (slider: SliderAnswer): Promise<void> => {
    const given = await send(slider);
    const again = given.kind === "refused" && given.errors.some(({ code }) => code === "SLIDER_REQUIRED");
    setState(({ attempt }) => ({ proving: again, attempt: attempt + 1, done: given.kind === "done", mistake: sentence(given) }));
  };
  return { ...state, open: () => setState({ ...state, proving: true, mistake: null }), answer: (slider) => void answer(slider) };
}
