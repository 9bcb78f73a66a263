/** Where each stream stands, per account and tab, so that a reload or a dropped socket resumes without a gap. */
export interface Cursors {
  read(stream: string): string | null;
  keep(stream: string, cursor: string): void;
}

export type Shelf = Pick<Storage, "getItem" | "setItem">;

/** Cursors of one account: another account never sees them, even in the same tab. */
export function cursorsOf(account: () => string | null, shelf: Shelf): Cursors {
  const key = (stream: string): string => `cursor/${account() ?? "public"}/${stream}`;
  return {
    read: (stream) => shelf.getItem(key(stream)),
    keep: (stream, cursor) => shelf.setItem(key(stream), cursor),
  };
}

/** Name of a stream: its operation and its variables without the position. */
export function streamName(query: string, variables: Record<string, unknown>): string {
  const others = { ...variables, after: null };
  const operation = /subscription\s+(\w+)/.exec(query)?.[1] ?? "subscription";
  return `${operation}:${hash(JSON.stringify(others))}`;
}

function hash(text: string): string {
  let sum = 5381;
  for (let at = 0; at < text.length; at++) sum = (Math.imul(sum, 33) + text.charCodeAt(at)) | 0;
  return (sum >>> 0).toString(36);
}
