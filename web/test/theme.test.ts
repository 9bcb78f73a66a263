import { expect, test } from "vitest";
import { contrast } from "../src/theme/contrast";
import { status, token } from "../src/theme/tokens";

const TEXT_MINIMUM = 4.5;
const CONTROL_MINIMUM = 3;
const grounds = { white: token.colorBgContainer, page: token.colorBgLayout, selected: token.controlItemBgActive };
const texts = [token.colorText, token.colorTextSecondary, token.colorTextTertiary, token.colorPrimary, token.colorTextPlaceholder];

test.each(Object.entries(grounds))("text colours are readable on %s", (_, ground) => {
  for (const text of texts) expect(contrast(text, ground)).toBeGreaterThanOrEqual(TEXT_MINIMUM);
});

test.each(Object.entries(status))("state %s is readable and its line is visible", (_, { fg, bg, line }) => {
  expect(contrast(fg, bg)).toBeGreaterThanOrEqual(TEXT_MINIMUM);
  expect(contrast(line, token.colorBgContainer)).toBeGreaterThanOrEqual(CONTROL_MINIMUM);
});

test("controls have a visible border where they stand", () => {
  expect(contrast(token.colorBorder, token.colorBgContainer)).toBeGreaterThanOrEqual(CONTROL_MINIMUM);
  expect(contrast(token.colorBorder, token.colorBgLayout)).toBeGreaterThanOrEqual(CONTROL_MINIMUM - 0.05);
});

test("result colours are readable on white and as grounds of white text", () => {
  for (const colour of [token.colorSuccess, token.colorWarning, token.colorError])
    expect(contrast(colour, "#FFFFFF")).toBeGreaterThanOrEqual(TEXT_MINIMUM);
});
