// SPDX-License-Identifier: Apache-2.0
// Two runs side by side.

import type { Result, TechnologyResult } from "../api/types";

export interface KeyFigure {
  key:
    | "total_cost"
    | "co2_t"
    | "self_sufficiency"
    | "renewable_share"
    | "demand_mwh"
    | "shed_mwh"
    | "investment";
  kind: "money" | "t" | "MWh" | "share";
  first: number | undefined;
  second: number | undefined;
  /// second − first; of shares in percentage points ÷ 100.
  difference: number | undefined;
  /// (second − first) ÷ |first|; none for shares and where the first is 0.
  relative: number | undefined;
}

const kFigures: [KeyFigure["key"], KeyFigure["kind"]][] = [
  ["total_cost", "money"],
  ["co2_t", "t"],
  ["self_sufficiency", "share"],
  ["renewable_share", "share"],
  ["investment", "money"],
  ["demand_mwh", "MWh"],
  ["shed_mwh", "MWh"],
];

export function keyFigures(first: Result, second: Result): KeyFigure[] {
  return kFigures.map(([key, kind]) => {
    const [a, b] = [first[key], second[key]];
    const difference = a === undefined || b === undefined ? undefined : b - a;
    const relative =
      difference === undefined || kind === "share" || !a ? undefined : difference / Math.abs(a);
    return { key, kind, first: a, second: b, difference, relative };
  });
}

export interface TechnologyPair {
  key: string;
  kind: TechnologyResult["kind"];
  name: string;
  first: TechnologyResult | undefined;
  second: TechnologyResult | undefined;
}

/// Technologies of both runs by kind and name, in the order of the first; those only in the second come last.
export function technologyPairs(first: TechnologyResult[], second: TechnologyResult[]): TechnologyPair[] {
  const keyOf = ({ kind, name }: TechnologyResult) => `${kind}/${name}`;
  const others = new Map(second.map((technology) => [keyOf(technology), technology]));
  const pairs: TechnologyPair[] = first.map((technology) => {
    const key = keyOf(technology);
    const pair = {
      key,
      kind: technology.kind,
      name: technology.name,
      first: technology,
      second: others.get(key),
    };
    others.delete(key);
    return pair;
  });
  for (const [key, technology] of others)
    pairs.push({ key, kind: technology.kind, name: technology.name, first: undefined, second: technology });
  return pairs;
}

export function yearlyCost(technology: TechnologyResult | undefined): number {
  return technology ? technology.capital_cost + technology.marginal_cost : 0;
}
