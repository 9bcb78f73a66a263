/** A place on a page, 0 to 1 from its left and top edges. */
export interface Point {
  x: number;
  y: number;
}

/** A slip of the hand is not a box. */
export const SMALLEST_BOX = 0.01;

/** Left, top, width and height of the box between two corners, kept on the page. */
export function boxOf(one: Point, other: Point): number[] {
  const inside = (value: number): number => Math.min(1, Math.max(0, value));
  const [left, right] = [inside(Math.min(one.x, other.x)), inside(Math.max(one.x, other.x))];
  const [top, bottom] = [inside(Math.min(one.y, other.y)), inside(Math.max(one.y, other.y))];
  return [left, top, right - left, bottom - top];
}

/** How a turned image fills its sheet: the sheet's ratio, and the image's width as a share of the sheet's. */
export function turned({ width, height }: { width: number; height: number }, turn: number): { sheetRatio: string; imageWidth: string } {
  const lying = turn % 180 !== 0;
  return { sheetRatio: lying ? `${height} / ${width}` : `${width} / ${height}`, imageWidth: lying ? `${(width / height) * 100}%` : "100%" };
}
