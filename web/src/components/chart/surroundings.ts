// SPDX-License-Identifier: Apache-2.0
// What a chart must know of the page around it.

import { useComputedColorScheme } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Language } from "../../i18n";
import { type ChartTheme, chartTheme } from "./theme";

export function useLanguage(): Language {
  const { i18n } = useTranslation();
  return i18n.language.startsWith("ko") ? "ko" : "en";
}

export function useChartTheme(): ChartTheme {
  const dark = useComputedColorScheme("light") === "dark";
  const language = useLanguage();
  return useMemo(() => chartTheme(dark, language), [dark, language]);
}

export function useNarrow(): boolean {
  return useMediaQuery("(max-width: 40em)") ?? false;
}
