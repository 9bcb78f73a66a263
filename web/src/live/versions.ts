import type { Exchange } from "@urql/core";
import { filter, pipe } from "wonka";

/**
 * Drops live messages that are older than what the page already shows: a replay may overtake a fresh
 * query, and an old row must never paint over a new one.
 */
export const newestOnly: Exchange = ({ forward }) => {
  const seen = new Map<string, number>();
  return (operations) =>
    pipe(
      forward(operations),
      filter((result) => {
        const rows = versionedRows(result.data);
        const stale = result.operation.kind === "subscription" && rows.some(([id, version]) => version < (seen.get(id) ?? 0));
        for (const [id, version] of rows) seen.set(id, Math.max(version, seen.get(id) ?? 0));
        return !stale;
      }),
    );
};

/** Every `id` with its `version` found in a result, at any depth. */
export function versionedRows(value: unknown): [id: string, version: number][] {
  if (Array.isArray(value)) return value.flatMap(versionedRows);
  if (typeof value !== "object" || value === null) return [];
  const row = value as Record<string, unknown>;
  const own: [string, number][] = typeof row.id === "string" && typeof row.version === "number" ? [[row.id, row.version]] : [];
  return own.concat(Object.values(row).flatMap(versionedRows));
}
