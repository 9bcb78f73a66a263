import type { RemarkInput } from "../../gql/graphql";
import { createStore, type Store } from "../../live/store";

/** A remark that is being written: on a field, or on a page of a file, perhaps on a place of it. */
export interface OwnRemark {
  /** One per place: writing again changes the same remark. */
  key: string;
  /** What the reviewer sees it stands at. */
  label: string;
  path?: string[];
  attachmentId?: string;
  page?: number;
  box?: number[];
  text: string;
}

export type Place = Omit<OwnRemark, "text">;
export type Shelf = Pick<Storage, "getItem" | "setItem" | "removeItem">;

export interface Remarks {
  store: Store<OwnRemark[]>;
  write: (place: Place, text: string) => void;
  drop: (key: string) => void;
  /** The service has accepted them. */
  accepted: () => void;
}

/** Remarks of one reviewer on one case: kept on this device until the service has accepted them. */
export function remarksOf(account: string, caseId: string, shelf: Shelf): Remarks {
  const name = `remarks/${account}/${caseId}`;
  const store = createStore<OwnRemark[]>(JSON.parse(shelf.getItem(name) ?? "[]") as OwnRemark[]);
  store.subscribe(() => {
    const now = store.get();
    if (now.length === 0) shelf.removeItem(name);
    else shelf.setItem(name, JSON.stringify(now));
  });
  const drop = (key: string): void => store.update((now) => now.filter((remark) => remark.key !== key));
  return {
    store,
    write(place, text) {
      if (text.trim() === "") return drop(place.key);
      const remark = { ...place, text };
      store.update((now) => (now.some(({ key }) => key === place.key) ? now.map((one) => (one.key === place.key ? remark : one)) : [...now, remark]));
    },
    drop,
    accepted: () => store.set([]),
  };
}

export function inputsOf(remarks: readonly OwnRemark[]): RemarkInput[] {
  return remarks.map(({ path, attachmentId, page, box, text }) =>
    attachmentId === undefined ? { path, text: text.trim() } : { attachmentId, page, box, text: text.trim() },
  );
}

/** What is left of them when somebody else decided first. */
export function asText(remarks: readonly OwnRemark[]): string {
  return remarks.map(({ label, text }, at) => `${at + 1}. ${label}: ${text.trim()}`).join("\n");
}
