/** An unmet finding that stands in the way; met ones are listed too, so that one sees what is done. */
export function isGap({ severity, met }: { severity: string; met: boolean }): boolean {
  return !met && severity === "BLOCKING";
}
