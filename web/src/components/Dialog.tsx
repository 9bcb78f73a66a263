import { useId, useLayoutEffect, useRef, type ReactNode } from "react";
import "./dialog.css";

interface Props {
  title: string;
  /** Absent: the dialog cannot be left without an answer. */
  onClose?: () => void;
  wide?: boolean;
  children: ReactNode;
}

/** The browser's own modal dialog: it holds the focus, closes on Esc and gives the focus back. */
export function Dialog({ title, onClose, wide = false, children }: Props): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  // Closed before it leaves the page: only then does the browser give the focus back.
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={wide ? "dialog dialog-wide" : "dialog"}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose?.();
      }}
    >
      <h2 id={heading}>{title}</h2>
      {children}
    </dialog>
  );
}
