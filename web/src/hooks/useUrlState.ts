// SPDX-License-Identifier: Apache-2.0
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";

type Search = Record<string, unknown>;

/** Filters live in the address: reading them, and changing some of them. */
export function useUrlState(): [Search, (patch: Search) => void] {
  const search = useSearch({ strict: false }) as Search;
  const navigate = useNavigate();
  const update = useCallback(
    (patch: Search) => {
      void navigate({
        to: ".",
        search: (before: Search) => ({ ...before, ...patch }),
        replace: true,
        resetScroll: false,
      } as never);
    },
    [navigate],
  );
  return [search, update];
}

/** A member of the address as text; the router reads 2030 as a number. */
export function urlText(value: unknown): string {
  return typeof value === "string" || typeof value === "number" ? String(value) : "";
}
