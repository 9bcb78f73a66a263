import { large, seal, status, token } from "./tokens";

/** Custom properties for page CSS; the same numbers that Ant Design gets. */
export function sheet(): string {
  const plain = { ...colours(), ...families(), ...type(token), font: token.fontFamily, mono: token.fontFamilyCode };
  return `:root {\n${declarations(plain)}\n}\n:root[data-type="large"] {\n${declarations(type({ ...token, ...large }))}\n}\n`;
}

function colours(): Record<string, string> {
  return {
    text: token.colorText,
    secondary: token.colorTextSecondary,
    tertiary: token.colorTextTertiary,
    primary: token.colorPrimary,
    success: token.colorSuccess,
    warning: token.colorWarning,
    error: token.colorError,
    page: token.colorBgLayout,
    card: token.colorBgContainer,
    border: token.colorBorder,
    line: token.colorBorderSecondary,
    hair: token.colorSplit,
    hover: token.controlItemBgHover,
    selected: token.controlItemBgActive,
    seal,
    shadow: token.boxShadow,
  };
}

function families(): Record<string, string> {
  return Object.fromEntries(
    Object.entries(status).flatMap(([name, { fg, bg, line }]) => [
      [`${name}-fg`, fg],
      [`${name}-bg`, bg],
      [`${name}-line`, line],
    ]),
  );
}

interface TypeScale {
  fontSize: number;
  fontSizeSM: number;
  fontSizeLG: number;
  fontSizeHeading1: number;
  fontSizeHeading2: number;
  fontSizeHeading3: number;
  fontSizeHeading4: number;
  controlHeight: number;
}

const SMALLEST = 13;

function type(scale: TypeScale): Record<string, string> {
  const fine = scale.fontSize > token.fontSize ? scale.fontSizeSM : SMALLEST;
  return {
    "size-fine": rem(fine),
    "size-small": rem(scale.fontSizeSM),
    "size-body": rem(scale.fontSize),
    "size-lead": rem(scale.fontSizeLG),
    "size-h4": rem(scale.fontSizeHeading4),
    "size-h3": rem(scale.fontSizeHeading3),
    "size-h2": rem(scale.fontSizeHeading2),
    "size-h1": rem(scale.fontSizeHeading1),
    control: rem(scale.controlHeight),
  };
}

function rem(pixels: number): string {
  return `${pixels / 16}rem`;
}

function declarations(values: Record<string, string>): string {
  return Object.entries(values)
    .map(([name, value]) => `  --${name}: ${value};`)
    .join("\n");
}
