import { useCallback, useEffect, useRef, useState } from "react";

const FRESH_MS = 30_000;

/** Which objects changed a moment ago by somebody else's hand; each mark fades after half a minute. */
export function useFresh(): { isFresh: (id: string) => boolean; mark: (id: string) => void } {
  const [fresh, setFresh] = useState<ReadonlySet<string>>(new Set());
  const timers = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  useEffect(() => {
    const running = timers.current;
    return () => running.forEach(clearTimeout);
  }, []);
  const mark = useCallback((id: string) => {
    setFresh((now) => new Set(now).add(id));
    clearTimeout(timers.current.get(id));
    const fade = (): void => setFresh((now) => new Set([...now].filter((one) => one !== id)));
    timers.current.set(id, setTimeout(fade, FRESH_MS));
  }, []);
  return { isFresh: (id) => fresh.has(id), mark };
}
