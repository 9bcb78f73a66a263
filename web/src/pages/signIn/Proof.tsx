import { useEffect, useRef, useState, type ReactNode } from "react";
import { SliderPuzzle } from "../../components/SliderPuzzle";

import type { SliderAnswer, StartSliderMutation } from "../../gql/graphql";
import { useAct } from "../../live/useAct";
import { sliderWords as words } from "../../words/signIn";
import { StartSliderDocument } from "./documents";
import { solve } from "./proof";

type SliderFacts = NonNullable<StartSliderMutation["startSlider"]["slider"]>;

/** Shows a slider and hands back its answer; `attempt` rises when an answer was refused, which brings a new one. */
export function Proof({ attempt, busy, onAnswer }: { attempt: number; busy: boolean; onAnswer: (answer: SliderAnswer) => void }): ReactNode {
  const [start] = useAct(StartSliderDocument);
  const [slider, setSlider] = useState<SliderFacts | null>(null);
  const [clicking, setClicking] = useState(false);
  const [another, setAnother] = useState(0);
  const left = useRef(false);
  useEffect(() => {
    left.current = false;
    void start({}).then((answer) => {
      if (answer.kind === "done") setSlider(answer.payload.slider ?? null);
      setClicking(false);
    });
    return () => {
      left.current = true;
    };
  }, [start, attempt, another]); // a new slider for each attempt
  if (slider === null) return <div className="puzzle" aria-busy="true">{words.title}</div>;
  const click = async (): Promise<void> => {
    setClicking(true);
    const proof = await solve(slider.puzzle, () => left.current);
    if (proof !== null) onAnswer({ sliderId: slider.id, proof });
  };
  return (
    <>
      {clicking ? <div className="puzzle" role="status">{words.clicking}</div> : (
        <SliderPuzzle
          key={slider.id} imageUrl={slider.imageUrl} pieceUrl={slider.pieceUrl} busy={busy}
          onPlaced={(track) => onAnswer({ sliderId: slider.id, track })}
          onClickInstead={() => void click()}
          onAnother={() => setAnother(another + 1)}
        />
      )}
    </>
  );
}
