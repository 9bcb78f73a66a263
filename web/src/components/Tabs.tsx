import { useId, useRef, type KeyboardEvent, type ReactNode } from "react";
import "./tabs.css";

interface Props<K extends string> {
  label: string;
  tabs: { key: K; word: string }[];
  chosen: K;
  onChoose: (key: K) => void;
  children: ReactNode;
}

/** Tabs by the ARIA pattern: arrows move and choose, one tab stop. */
export function Tabs<K extends string>({ label, tabs, chosen, onChoose, children }: Props<K>): ReactNode {
  const id = useId();
  const list = useRef<HTMLDivElement>(null);
  const keys = (event: KeyboardEvent): void => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const at = (tabs.findIndex((tab) => tab.key === chosen) + step + tabs.length) % tabs.length;
    onChoose(tabs[at]?.key ?? chosen);
    list.current?.querySelectorAll<HTMLElement>("[role=tab]")[at]?.focus();
  };
  return (
    <>
      <div ref={list} className="tab-list" role="tablist" aria-label={label} onKeyDown={keys}>
        {tabs.map(({ key, word }) => (
          <button key={key} type="button" role="tab" id={`${id}-${key}`} aria-selected={key === chosen} aria-controls={`${id}-panel`} tabIndex={key === chosen ? 0 : -1} onClick={() => onChoose(key)}>
            {word}
          </button>
        ))}
      </div>
      <div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-${chosen}`}>{children}</div>
    </>
  );
}
