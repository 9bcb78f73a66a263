import Button from "antd/es/button";
import { lazy, Suspense, useState, type ComponentProps, type ReactNode } from "react";
import { exportButton as words } from "../../words/exportButton";

const ExportPanel = lazy(() => import("./ExportPanel"));

/** The button that opens the export of a list; what is behind it comes when it is pressed. */
export function Exporting(wanted: ComponentProps<typeof ExportPanel>): ReactNode {
  const [open, setOpen] = useState(false);
  return (
    <>
      <div><Button aria-expanded={open} onClick={() => setOpen(!open)}>{open ? words.close : words.open}</Button></div>
      {open && <Suspense fallback={null}><ExportPanel {...wanted} /></Suspense>}
    </>
  );
}
