import { sha256 } from "./sha256";

const BATCH = 2000;

/**
 * Solves the click check: the smallest number n for which SHA-256 of "puzzle:n" begins with as many zero
 * bits as the puzzle asks before its first colon. Yields to the page between batches.
 */
export async function solve(puzzle: string, stopped: () => boolean): Promise<string | null> {
  const bits = Number(puzzle.split(":")[0]);
  for (let n = 0; !stopped(); n++) {
    if (zeroBits(sha256(`${puzzle}:${n}`)) >= bits) return String(n);
    if (n % BATCH === 0) await new Promise((resolve) => setTimeout(resolve));
  }
  return null;
}

export function zeroBits(digest: Uint32Array): number {
  let bits = 0;
  for (const word of digest) {
    bits += Math.clz32(word);
    if (word !== 0) break;
  }
  return bits;
}
