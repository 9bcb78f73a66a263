/** Positions of this tab's own acts, so that their echo on the stream is not announced as news. */
const REMEMBERED = 200;
const own = new Set<string>();

export function rememberOwn(cursor: string): void {
  own.add(cursor);
  if (own.size > REMEMBERED) own.delete(own.values().next().value as string);
}

export const isOwn = (cursor: string): boolean => own.has(cursor);
