// SPDX-License-Identifier: Apache-2.0
// What the panels of a run's results share.

import { createContext, useContext, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Network, Result, Run, TechnologyResult } from "../api/types";
import { technologyColours } from "../lib/colours";
import type { Currency } from "../lib/format";
import { labelOf } from "../lib/labels";
import { useLanguage } from "../shell";

export interface Results {
  /// With what the names of files begin.
  files: string;
  /// None while a plan is explored.
  run?: Run;
  result: Result;
  model: Network;
  /// What amounts are told in.
  currency: Currency;
  /// Redrawn while a lever moves.
  live?: boolean;
}

export const ResultsContext = createContext<Results | undefined>(undefined);

export function useResults(): Results {
  const results = useContext(ResultsContext);
  if (!results) throw new Error("a result stands outside of a run");
  return results;
}

/// For panels that ask the server for more of a run.
export function useRunResults(): Results & { run: Run } {
  const { run, ...others } = useResults();
  if (!run) throw new Error("a run's panel stands outside of a run");
  return { run, ...others };
}

/// Colours by name for all technologies of a model, and its buses' shedding.
export function useColours(model: Network): Map<string, string> {
  return useMemo(
    () =>
      technologyColours([
        ...(model.generators ?? []).map((part) => ({ kind: "generator", ...part })),
        ...(model.links ?? []).map((part) => ({ kind: "link", ...part })),
        ...(model.stores ?? []).map((part) => ({ kind: "store", ...part })),
        ...(model.lines ?? []).map((part) => ({ kind: "line", ...part })),
        ...model.buses.map(({ name }) => ({ kind: "shedding", name })),
      ]),
    [model],
  );
}

/// A technology's name as people read it; shedding is named by its bus.
export function useTechnologyName(): (
  technology: Pick<TechnologyResult, "kind" | "name" | "label_ko" | "label_en">,
) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  return (technology) =>
    technology.kind === "shedding"
      ? t("run.shedding_at", { bus: labelOf(technology, language) })
      : labelOf(technology, language);
}
