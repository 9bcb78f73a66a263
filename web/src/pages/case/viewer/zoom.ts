import { createStore } from "../../../live/store";

export const ZOOM_STEP = 25;
const SMALLEST = 50;
const LARGEST = 300;
export const FIT = 100;

/** Percent of the pane's width; one figure for all papers, as a reviewer sets it once for their eyes. */
export const zoom = createStore(FIT);

export function zoomBy(step: number): void {
  zoom.update((now) => Math.min(LARGEST, Math.max(SMALLEST, now + step)));
}
