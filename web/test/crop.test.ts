import { expect, test } from "vitest";
import { cutOf, fill, PHOTO, within, zoom } from "../src/components/crop";

const frame = { width: 236, height: 330.4 };
const pictures = [{ width: 3024, height: 4032 }, { width: 4032, height: 3024 }, { width: 295, height: 413 }, { width: 600, height: 2000 }];

test.each(pictures)("the first cut of $width x $height lies inside and has the photo's ratio", (picture) => {
  const cut = cutOf(fill(picture, frame), picture, frame);
  expect(cut.left).toBeGreaterThanOrEqual(0);
  expect(cut.top).toBeGreaterThanOrEqual(0);
  expect(cut.left + cut.width).toBeLessThanOrEqual(picture.width);
  expect(cut.top + cut.height).toBeLessThanOrEqual(picture.height);
  expect((cut.width / cut.height) * (PHOTO.height / PHOTO.width)).toBeCloseTo(1, 2);
});

test("moving far shows no empty edge, zooming far never asks for a cut that would blur", () => {
  const [picture] = pictures as [(typeof pictures)[0]];
  expect(within({ ...fill(picture, frame), x: 500, y: 500 }, picture, frame)).toMatchObject({ x: 0, y: 0 });
  const near = zoom(fill(picture, frame), 1000, picture, frame);
  expect(cutOf(near, picture, frame).width).toBeGreaterThanOrEqual(PHOTO.width / 2);
});
