// SPDX-License-Identifier: Apache-2.0
// The look of Dure. Two natural dyes carry it: 쪽빛, the indigo of the cloth, and 감빛, the persimmon of the thread that is
// followed. Sizes, spacing and contrast follow the Korean government's design guide (17 px text, 44 px targets, AA).
import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from "@mantine/core";
import i18next from "i18next";

const jjok: MantineColorsTuple = [
  "#eef4fb",
  "#dbe7f5",
  "#b5cdea",
  "#8bb1de",
  "#6597d2",
  "#3a73b8",
  "#1c5a9f",
  "#164a85",
  "#123c6b",
  "#0e2d52",
];
const gam: MantineColorsTuple = [
  "#fff3ea",
  "#ffe4d1",
  "#fcc7a1",
  "#f7a76d",
  "#f28c43",
  "#e2701f",
  "#b5520e",
  "#964109",
  "#743206",
  "#542404",
];

/** Dark surfaces are the indigo vat, not grey. */
const dark: MantineColorsTuple = [
  "#d5dee8",
  "#a8b5c4",
  "#8d9aaa",
  "#5f6d7e",
  "#3a4859",
  "#2b3746",
  "#1c2633",
  "#151d28",
  "#0f1620",
  "#0b1119",
];

export const theme = createTheme({
  fontFamily:
    '"Pretendard Variable", Pretendard, system-ui, -apple-system, "Segoe UI", "Noto Sans KR", "Malgun Gothic", sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SFMono-Regular", Menlo, Consolas, monospace',
  colors: { jjok, gam, dark },
  primaryColor: "jjok",
  primaryShade: { light: 6, dark: 5 },
  defaultRadius: "md",
  radius: { xs: "4px", sm: "6px", md: "10px", lg: "16px", xl: "24px" },
  fontSizes: { xs: "0.8125rem", sm: "0.9375rem", md: "1.0625rem", lg: "1.1875rem", xl: "1.375rem" },
  lineHeights: { xs: "1.5", sm: "1.5", md: "1.6", lg: "1.5", xl: "1.4" },
  headings: {
    fontWeight: "700",
    sizes: {
      h1: { fontSize: "clamp(1.625rem, 1.3rem + 1.4vw, 2.25rem)", lineHeight: "1.3" },
      h2: { fontSize: "clamp(1.3125rem, 1.15rem + 0.7vw, 1.625rem)", lineHeight: "1.35" },
      h3: { fontSize: "1.1875rem", lineHeight: "1.4" },
      h4: { fontSize: "1.0625rem", lineHeight: "1.45" },
    },
  },
  breakpoints: { xs: "30em", sm: "48em", md: "64em", lg: "75em", xl: "90em" },
  focusRing: "auto",
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    Anchor: { defaultProps: { underline: "hover" } },
    Badge: {
      defaultProps: { radius: "sm", size: "lg", variant: "light" },
      styles: { root: { textTransform: "none", fontWeight: 600, letterSpacing: 0, fontSize: "0.8125rem" } },
    },
    Button: { defaultProps: { size: "sm" } },
    Notification: {
      defaultProps: {
        closeButtonProps: {
          // Asked anew each time: the language may have changed since.
          get "aria-label"() {
            return i18next.t("common.close");
          },
        },
      },
    },
    Tooltip: { defaultProps: { withArrow: true, events: { hover: true, focus: true, touch: true } } },
    Modal: {
      defaultProps: {
        centered: true,
        overlayProps: { backgroundOpacity: 0.45, blur: 2 },
        // A dialog's heading is not the page's banner.
        attributes: { header: { role: "presentation" } },
      },
    },
  },
});

/** Tints on dark surfaces: lighter than the surface, not darker. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {},
  dark: {
    "--mantine-color-jjok-light": "#1e3a5c",
    "--mantine-color-jjok-light-hover": "#26486f",
    "--mantine-color-jjok-light-color": "#cfe1f5",
    "--mantine-color-gam-light": "#47290f",
    "--mantine-color-gam-light-hover": "#583414",
    "--mantine-color-gam-light-color": "#ffd9bd",
  },
});
