import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { solve, zeroBits } from "../src/pages/signIn/proof";
import { sha256 } from "../src/pages/signIn/sha256";

const hex = (words: Uint32Array): string => Array.from(words, (word) => word.toString(16).padStart(8, "0")).join("");

test.each(["", "abc", "8:seed:17", "x".repeat(55), "x".repeat(56), "x".repeat(119), "执业"])("digest of %j is SHA-256", (text) => {
  expect(hex(sha256(text))).toBe(createHash("sha256").update(text).digest("hex"));
});

test("the proof has as many zero bits as the puzzle asks", async () => {
  const proof = await solve("8:seed", () => false);
  expect(zeroBits(sha256(`8:seed:${proof}`))).toBeGreaterThanOrEqual(8);
});

test("a check that was left is not solved", async () => {
  expect(await solve("60:seed", () => true)).toBeNull();
});
