import { useEffect, useRef, useState } from "react";
import { useMutation } from "urql";
import type { DeskCaseFragment } from "../../gql/graphql";
import { KeepClaimDocument } from "./documents";

const LOOK_MS = 15_000;
const RENEW_AFTER_MS = 120_000;
const MINUTE_MS = 60_000;
const SIGNS = ["pointerdown", "keydown", "wheel", "touchstart"] as const;

/** Keeps the reviewer's claim while they are at work; gives the minutes left, or null when it is not theirs. Lost: reads anew. */
export function useClaim(item: DeskCaseFragment["workItem"], me: string, reload: () => void): number | null {
  const [, keep] = useMutation(KeepClaimDocument);
  const [now, setNow] = useState(() => Date.now());
  const active = useRef(true);
  const onLost = useRef(reload);
  useEffect(() => {
    onLost.current = reload;
  });
  const held = item?.state === "HELD" && item.heldBy?.id === me ? item : null;
  const { id, fence, heldUntil } = held ?? {};
  useEffect(() => {
    if (id === undefined || fence == null) return;
    let renewed = Date.now();
    const sign = (): void => {
      active.current = true;
    };
    const look = setInterval(() => {
      setNow(Date.now());
      if (!active.current || Date.now() - renewed < RENEW_AFTER_MS) return;
      active.current = false;
      renewed = Date.now();
      void keep({ input: { id, fence } }).then(({ data }) => {
        if (data?.keepClaim.userErrors.some(({ code }) => code === "CLAIM_LOST")) onLost.current();
      });
    }, LOOK_MS);
    SIGNS.forEach((name) => document.addEventListener(name, sign, { passive: true }));
    return () => {
      clearInterval(look);
      SIGNS.forEach((name) => document.removeEventListener(name, sign));
    };
  }, [id, fence, keep]);
  return heldUntil == null ? null : Math.max(0, Math.ceil((Date.parse(heldUntil) - now) / MINUTE_MS));
}
