import type { AttachmentKind } from "../../gql/enums";
import type { DeskCaseFragment, DeskFileFragment } from "../../gql/graphql";
import { caseWords as words } from "../../words/case";
import { attachmentKinds } from "../../words/terms";
import type { Place } from "./remarks";

/** Something to look at beside the fields: the photo or an attachment. */
export interface Paper {
  key: string;
  label: string;
  kind: AttachmentKind | "PHOTO";
  file: DeskFileFragment;
  attachmentId?: string;
}

export function papersOf({ basic, attachments }: DeskCaseFragment): Paper[] {
  const photo: Paper[] = basic.photo ? [{ key: "photo", label: words.photo, kind: "PHOTO", file: basic.photo }] : [];
  return [...photo, ...attachments.map(({ id, kind, file }): Paper => ({ key: id, label: attachmentKinds[kind], kind, file, attachmentId: id }))];
}

/** Addresses of the page images; a picture without page images is its own page. */
export function pagesOf({ pageUrls, mediaType, downloadUrl, previewUrl }: DeskFileFragment): string[] {
  if (pageUrls.length > 0) return pageUrls;
  const picture = mediaType?.startsWith("image/") ? (downloadUrl ?? previewUrl) : previewUrl;
  return picture ? [picture] : [];
}

/** A remark on the photo stands on its field; on other papers on the page. */
export function placeOn(paper: Paper, page: number, box?: number[]): Place {
  if (paper.attachmentId === undefined) return { key: "basic.photo", label: words.photo, path: ["basic", "photo"] };
  const key = `${paper.attachmentId}/${page}${box ? `/${box.map((edge) => edge.toFixed(2)).join(",")}` : ""}`;
  return { key, label: words.pageRemark(paper.label, page), attachmentId: paper.attachmentId, page, box };
}
