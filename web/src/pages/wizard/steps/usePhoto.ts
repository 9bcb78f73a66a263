import { graphql } from "@/gql";
import { useState } from "react";
import { useClient } from "urql";
import type { MadePhoto } from "../../../components/PhotoTool";
import type { CropPhotoMutation } from "../../../gql/graphql";
import { newKey } from "../../../live/newKey";
import { useStore } from "../../../live/store";
import { useAct } from "../../../live/useAct";
import { send, uploads, type Upload } from "../../../live/uploads";
import { sentence } from "../../signIn/useCode";
import { useEditing } from "../DraftContext";

const CropPhotoDocument = graphql(/* GraphQL */ `
  mutation CropPhoto($input: CropPhotoInput!) {
    cropPhoto(input: $input) { file { ...FileParts } userErrors { ...ErrorParts } }
  }
`);

interface OpenPhoto {
  source: string;
  fileId: string;
  made: (MadePhoto & { fileId: string }) | null;
}

interface Photo {
  open: OpenPhoto | null;
  sending: Upload[];
  busy: boolean;
  mistake: string | null;
  choose: (file: File) => Promise<void>;
  make: (cut: { left: number; top: number; width: number; height: number; turn: number }) => Promise<void>;
  use: () => Promise<void>;
  adjust: () => void;
  close: () => void;
}

/** Chosen, sent, cut by the service, looked at, and only then used. */
export function usePhoto(): Photo {
  const client = useClient();
  const { engine } = useEditing();
  const [crop, cropping] = useAct(CropPhotoDocument);
  const [open, setOpen] = useState<OpenPhoto | null>(null);
  const [using, setUsing] = useState(false);
  const [mistake, setMistake] = useState<string | null>(null);
  const sending = useStore(uploads).filter((upload) => upload.slot === "photo");
  return {
    open, sending, mistake,
    busy: cropping || using,
    async choose(file) {
      setMistake(null);
      const fileId = await send(client, file, "photo", "PHOTO");
      if (fileId !== null) setOpen({ source: URL.createObjectURL(file), fileId, made: null });
    },
    async make(cut) {
      if (open === null) return;
      const answer = await crop({ input: { fileId: open.fileId, ...cut, idempotencyKey: newKey() } });
      setMistake(sentence(answer));
      if (answer.kind === "done") setOpen({ ...open, made: madeOf(answer.payload.file) });
    },
    async use() {
      if (open?.made == null) return;
      setUsing(true);
      engine.edit("basic.photoFileId", open.made.fileId);
      await engine.flush();
      setUsing(false);
      const refused = engine.draft.get().errors["basic.photoFileId"] ?? null;
      setMistake(refused);
      if (refused === null) setOpen(null);
    },
    adjust: () => setOpen(open && { ...open, made: null }),
    close: () => setOpen(null),
  };
}

function madeOf(file: CropPhotoMutation["cropPhoto"]["file"]): OpenPhoto["made"] {
  const url = file?.downloadUrl ?? file?.previewUrl;
  if (!file || !url) return null;
  const { id, width, height, bytes, refusals } = file;
  return { fileId: id, url, width: width ?? 0, height: height ?? 0, bytes: bytes ?? 0, warnings: refusals.map((refusal) => refusal.message) };
}
