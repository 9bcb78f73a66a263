/** Colours, type and sizes of the product. Contrast of every pair used is held by test/theme.test.ts. */
export const token = {
  colorPrimary: "#1557A0",
  colorInfo: "#1557A0",
  colorLink: "#1557A0",
  colorSuccess: "#17693F",
  colorWarning: "#8A4B00",
  colorError: "#B0271C",
  colorText: "#17202B",
  colorTextSecondary: "#465262",
  colorTextTertiary: "#5B6776",
  colorTextQuaternary: "#5B6776",
  colorTextPlaceholder: "#5B6776",
  colorTextDescription: "#465262",
  colorTextDisabled: "#5B6776",
  colorBgLayout: "#F4F6F8",
  colorBgContainer: "#FFFFFF",
  colorBorder: "#848F9E",
  colorBorderSecondary: "#DDE2E8",
  colorSplit: "#E4E8ED",
  colorFillAlter: "#F4F6F8",
  controlItemBgHover: "#EEF3F9",
  controlItemBgActive: "#E3EDF8",
  fontFamily: "-apple-system, BlinkMacSystemFont, 'PingFang SC', 'HarmonyOS Sans SC', 'MiSans', 'Microsoft YaHei UI', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Source Han Sans SC', 'WenQuanYi Micro Hei', 'Segoe UI', sans-serif",
  fontFamilyCode: "'SF Mono', 'Cascadia Mono', Consolas, 'Noto Sans Mono CJK SC', monospace",
  fontSize: 16,
  fontSizeSM: 14,
  fontSizeLG: 18,
  fontSizeXL: 20,
  fontSizeHeading1: 30,
  fontSizeHeading2: 24,
  fontSizeHeading3: 20,
  fontSizeHeading4: 18,
  fontSizeHeading5: 16,
  lineHeight: 1.625,
  fontWeightStrong: 600,
  borderRadius: 6,
  borderRadiusLG: 10,
  borderRadiusSM: 4,
  controlHeight: 44,
  controlHeightLG: 48,
  controlHeightSM: 36,
  controlOutlineWidth: 3,
  controlOutline: "rgba(21,87,160,.28)",
  boxShadow: "0 1px 2px rgba(23,32,43,.06), 0 4px 16px rgba(23,32,43,.08)",
  boxShadowTertiary: "0 1px 2px rgba(23,32,43,.05)",
  motionDurationMid: "0.16s",
  motionDurationSlow: "0.2s",
  wireframe: false,
} as const;

/** Reviewers on a desktop: more rows, smaller controls. */
export const dense = {
  fontSize: 14,
  fontSizeSM: 13,
  fontSizeLG: 16,
  controlHeight: 36,
  controlHeightSM: 28,
  controlHeightLG: 40,
  lineHeight: 1.6,
} as const;

/** 大字版: 20 px text, 60 px controls, nothing under 18 px. */
export const large = {
  fontSize: 20,
  fontSizeSM: 18,
  fontSizeLG: 22,
  fontSizeHeading1: 34,
  fontSizeHeading2: 28,
  fontSizeHeading3: 24,
  fontSizeHeading4: 22,
  controlHeight: 60,
  controlHeightLG: 64,
  controlHeightSM: 60,
} as const;

export const components = {
  Button: {
    primaryShadow: "none",
    defaultShadow: "none",
    dangerShadow: "none",
    fontWeight: 500,
    paddingInline: 18,
    paddingInlineSM: 12,
  },
  Table: {
    headerBg: "#F4F6F8",
    headerColor: "#465262",
    rowHoverBg: "#F3F7FC",
    borderColor: "#E4E8ED",
    cellPaddingBlock: 10,
    cellPaddingInline: 12,
    headerSplitColor: "transparent",
  },
  Tabs: {
    itemColor: "#465262",
    horizontalItemGutter: 24,
  },
  Menu: {
    itemHeight: 40,
    itemSelectedBg: "#E3EDF8",
    itemColor: "#33404F",
  },
  Segmented: {
    itemColor: "#33404F",
    trackBg: "#E9EDF2",
  },
  Alert: {
    withDescriptionPadding: "14px 16px",
    fontSizeLG: 16,
  },
  Tag: {
    defaultBg: "#EEF1F4",
    defaultColor: "#33404F",
  },
  Progress: {
    defaultColor: "#1557A0",
    remainingColor: "#E4E8ED",
  },
} as const;

/** Families of states: always icon, word and colour together. */
export const status = {
  draft: { fg: "#465262", bg: "#EEF1F4", line: "#7B8796" },
  action: { fg: "#8A4B00", bg: "#FFF3DD", line: "#B26A0B" },
  progress: { fg: "#1557A0", bg: "#E6F0FB", line: "#1557A0" },
  granted: { fg: "#17693F", bg: "#E5F4EB", line: "#17693F" },
  refused: { fg: "#B0271C", bg: "#FDEBE9", line: "#B0271C" },
  ended: { fg: "#465262", bg: "#FFFFFF", line: "#848F9E" },
  unknown: { fg: "#6A3D9A", bg: "#F2EBFA", line: "#6A3D9A" },
  fresh: { fg: "#0B5F59", bg: "#E3F3F1", line: "#0F766E" },
} as const;

export type Family = keyof typeof status;

/** Red of printed seals, used for nothing else. */
export const seal = "#C8102E";
