import type { ReactNode } from "react";
import { FilePicker, SendingRow } from "../../../components/SendingRow";
import { Note } from "../../../components/Note";
import { PhotoTool } from "../../../components/PhotoTool";
import { cancel } from "../../../live/uploads";
import { photoWords as words, uploadWords } from "../../../words/uploads";
import { useEditing } from "../DraftContext";
import { usePhoto } from "./usePhoto";

const PICTURES = ["image/jpeg", "image/png"];

export function PhotoCard(): ReactNode {
  const { registration } = useEditing();
  const photo = usePhoto();
  const present = registration.basic.photo;
  const pick = (word: string, primary: boolean): ReactNode => <FilePicker word={word} label={word} accept={PICTURES} primary={primary} onPick={(file) => void photo.choose(file)} />;
  return (
    <section className="card" id="photo" tabIndex={-1}>
      <h2>{words.title}</h2>
      <div className="photo-card">
        {present?.previewUrl ? <img src={present.previewUrl} alt={words.alt} width="118" height="165" /> : <div className="photo-none small secondary">{words.none}</div>}
        <div className="stack">
          <p className="secondary">{words.rule}</p>
          {photo.mistake && !photo.open && <Note family="refused">{photo.mistake}</Note>}
          {photo.sending.map((upload) => <SendingRow key={upload.key} label={words.title} upload={upload} onCancel={() => cancel(upload.key)} />)}
          <div className="row">{pick(present ? uploadWords.chooseAgain : words.choose, !present)}</div>
        </div>
      </div>
      {photo.open && (
        <PhotoTool
          source={photo.open.source} made={photo.open.made} busy={photo.busy} mistake={photo.mistake}
          onMake={(cut) => void photo.make(cut)} onUse={() => void photo.use()} onAdjust={photo.adjust} onAgain={photo.close} onClose={photo.close}
        />
      )}
    </section>
  );
}
