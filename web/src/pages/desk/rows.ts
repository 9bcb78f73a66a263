/**
 * What a reviewer sees of a list, apart from what the service has: rows keep their place until the person
 * refreshes, arrivals are counted beside the list, and a row that left stays, marked.
 */
export interface Rows<T> {
  /** Which list this is (filter, order, page); another list starts anew. */
  list: string;
  order: readonly string[];
  /** How many rows were adopted; those below came with later pages. */
  base: number;
  items: ReadonlyMap<string, T>;
  arrived: ReadonlySet<string>;
  /** Rows that left, with the name of who dealt with them where it is known. */
  left: ReadonlyMap<string, string | null>;
}

interface Named {
  id: string;
}

export function noRows<T>(): Rows<T> {
  return { list: "", order: [], base: 0, items: new Map(), arrived: new Set(), left: new Map() };
}

/** The next page, because the person asked for more: below what is shown, without what is shown already. */
export function extend<T extends Named>(rows: Rows<T>, list: string, nodes: readonly T[]): Rows<T> {
  if (rows.list !== list) return rows;
  const added = nodes.filter(({ id }) => !rows.items.has(id));
  const items = new Map([...rows.items, ...nodes.map((node): [string, T] => [node.id, node])]);
  const arrived = new Set([...rows.arrived].filter((id) => !items.has(id)));
  return { ...rows, order: [...rows.order, ...added.map(({ id }) => id)], items, arrived };
}

/** The list as the service gives it, because the person asked for it: order, arrivals and departures start anew. */
export function adopt<T extends Named>(list: string, nodes: readonly T[]): Rows<T> {
  return { ...noRows<T>(), list, order: nodes.map(({ id }) => id), base: nodes.length, items: new Map(nodes.map((node) => [node.id, node])) };
}

/**
 * A reading that nobody asked for (a refetch, a patched cache): values change, places do not. `extent` is how many of
 * the rows the reading is about: of what stands below them it says nothing.
 */
export function read<T extends Named>(rows: Rows<T>, list: string, nodes: readonly T[], extent = Math.max(nodes.length, rows.base)): Rows<T> {
  if (rows.list !== list) return adopt(list, nodes);
  const given = new Map(nodes.map((node) => [node.id, node]));
  const items = new Map(rows.order.map((id) => [id, given.get(id) ?? (rows.items.get(id) as T)]));
  const arrived = new Set([...rows.arrived, ...nodes.map(({ id }) => id).filter((id) => !rows.items.has(id))]);
  const vanished = rows.order.slice(0, extent).filter((id) => !given.has(id) && !rows.left.has(id));
  return { ...rows, items, arrived, left: new Map([...rows.left, ...vanished.map((id): [string, null] => [id, null])]) };
}

export interface News<T> {
  item: T;
  /** The work is finished, or is no longer in this list. */
  over: boolean;
  by: string | null;
}

/** One live message: a shown row takes its new value or is marked as gone; another one counts as arrived. */
export function hear<T extends Named>(rows: Rows<T>, { item, over, by }: News<T>): Rows<T> {
  const shown = rows.items.has(item.id);
  const items = shown ? new Map(rows.items).set(item.id, item) : rows.items;
  const arrived = new Set(rows.arrived);
  const left = new Map(rows.left);
  if (over && shown) left.set(item.id, by);
  else left.delete(item.id);
  if (over || shown) arrived.delete(item.id);
  else arrived.add(item.id);
  return { ...rows, items, arrived, left };
}
