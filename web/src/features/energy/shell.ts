// SPDX-License-Identifier: Apache-2.0
// What the energy pages take from the frame around them.

import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";

export { useChartTheme, useLanguage, useNarrow } from "../../components/chart/surroundings";

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
