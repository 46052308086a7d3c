// SPDX-License-Identifier: Apache-2.0
// What the energy pages take from the frame around them.

import { useComputedColorScheme } from "@mantine/core";
import { useMediaQuery } from "@mantine/hooks";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type ChartTheme, chartTheme } from "./charts/theme";
import type { Language } from "./lib/format";

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

type Search = Record<string, unknown>;

/// Filters, tabs and windows live in the address: reading them, and changing some of them.
export function useUrlState(): [Search, (patch: Search, push?: boolean) => void] {
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const update = useCallback(
    (patch: Search, push = false) => {
      void navigate({
        to: ".",
        search: (before: Search) => ({ ...before, ...patch }),
        replace: !push,
        resetScroll: false,
      } as never);
    },
    [navigate],
  );
  return [search, update];
}

export function text(value: unknown): string | undefined {
  return typeof value === "string" || typeof value === "number" ? String(value) : undefined;
}

export function number(value: unknown): number | undefined {
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}
