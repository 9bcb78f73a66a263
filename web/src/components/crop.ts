/** Where the picture lies behind the frame: its size on screen per pixel, and its corner, in frame pixels. */
export interface Placement {
  scale: number;
  x: number;
  y: number;
}

export interface Size {
  width: number;
  height: number;
}

export interface Cut extends Size {
  left: number;
  top: number;
}

export const PHOTO: Size = { width: 295, height: 413 };
/** The service refuses cuts that would be enlarged more than twice. */
const SMALLEST_CUT = Math.ceil(PHOTO.width / 2);

/** The picture as large as it must be to fill the frame, its middle in the middle. */
export function fill(picture: Size, frame: Size): Placement {
  const scale = Math.max(frame.width / picture.width, frame.height / picture.height);
  return { scale, x: (frame.width - picture.width * scale) / 2, y: (frame.height - picture.height * scale) / 2 };
}

/** Grows or shrinks around the middle of the frame, never smaller than the frame, never blurred. */
export function zoom(now: Placement, by: number, picture: Size, frame: Size): Placement {
  const smallest = fill(picture, frame).scale;
  const scale = Math.max(smallest, Math.min(now.scale * by, frame.width / SMALLEST_CUT));
  const ratio = scale / now.scale;
  const middle = { x: frame.width / 2, y: frame.height / 2 };
  return within({ scale, x: middle.x - (middle.x - now.x) * ratio, y: middle.y - (middle.y - now.y) * ratio }, picture, frame);
}

/** No empty edge inside the frame. */
export function within({ scale, x, y }: Placement, picture: Size, frame: Size): Placement {
  const between = (value: number, low: number): number => Math.min(0, Math.max(low, value));
  return { scale, x: between(x, frame.width - picture.width * scale), y: between(y, frame.height - picture.height * scale) };
}

/** The part of the turned picture that the frame shows, in whole pixels of the picture. */
export function cutOf({ scale, x, y }: Placement, picture: Size, frame: Size): Cut {
  const width = Math.min(picture.width, Math.round(frame.width / scale));
  const height = Math.min(picture.height, Math.round((width * PHOTO.height) / PHOTO.width));
  return {
    width, height,
    left: Math.max(0, Math.min(picture.width - width, Math.round(-x / scale))),
    top: Math.max(0, Math.min(picture.height - height, Math.round(-y / scale))),
  };
}
