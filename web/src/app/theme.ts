// SPDX-License-Identifier: Apache-2.0
import { createTheme, type MantineColorsTuple } from "@mantine/core";

/** 쪽빛: the indigo of Dure. */
const jjok: MantineColorsTuple = [
  "#eef4fb", "#dbe7f5", "#b5cdea", "#8bb1de", "#6597d2", "#447fc4", "#1f5fae", "#194e91", "#143f75", "#0f305a",
];
/** 감빛: the persimmon that marks what matters. */
const gam: MantineColorsTuple = [
  "#fff3ea", "#ffe4d1", "#fcc7a1", "#f7a76d", "#f28c43", "#e87728", "#b9540f", "#96430a", "#743407", "#542605",
];

export const theme = createTheme({
  fontFamily:
    '"Pretendard Variable", Pretendard, system-ui, -apple-system, "Segoe UI", "Noto Sans KR", "Malgun Gothic", sans-serif',
  fontFamilyMonospace: 'ui-monospace, "SFMono-Regular", Menlo, Consolas, monospace',
  colors: { jjok, gam },
  primaryColor: "jjok",
  primaryShade: { light: 6, dark: 4 },
  autoContrast: true,
  luminanceThreshold: 0.42,
  defaultRadius: "md",
  radius: { xs: "4px", sm: "6px", md: "10px", lg: "14px", xl: "20px" },
  fontSizes: { xs: "0.8125rem", sm: "0.9375rem", md: "1.0625rem", lg: "1.1875rem", xl: "1.375rem" },
  lineHeights: { xs: "1.5", sm: "1.5", md: "1.6", lg: "1.5", xl: "1.4" },
  headings: {
    fontWeight: "700",
    sizes: {
      h1: { fontSize: "2rem", lineHeight: "1.3" },
      h2: { fontSize: "1.5rem", lineHeight: "1.35" },
      h3: { fontSize: "1.1875rem", lineHeight: "1.4" },
    },
  },
  breakpoints: { xs: "30em", sm: "48em", md: "62em", lg: "75em", xl: "90em" },
  focusRing: "auto",
  cursorType: "pointer",
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: "sm" } },
    Tooltip: { defaultProps: { withArrow: true, events: { hover: true, focus: true, touch: true } } },
    Modal: { defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.45, blur: 2 } } },
  },
});
