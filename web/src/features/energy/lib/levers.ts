// SPDX-License-Identifier: Apache-2.0
// What a planner moves while the year is computed anew: each lever says where it stands in the saved plan and which change it makes.

import type { Network, Result, Variation } from "../api/types";

export type LeverUnit = "t" | "share" | "factor" | "money_per_t";

export interface Lever {
  /// Of the lever, and of its sentence: plan.explore.lever.<id>.
  id: "co2" | "self_sufficiency" | "renewable_share" | "demand" | "cost" | "co2_price";
  unit: LeverUnit;
  minimum: number;
  maximum: number;
  step: number;
  /// Where the saved plan stands; none: the plan has no such limit.
  saved: number | undefined;
  /// Where the thumb rests until it is touched.
  rest: number;
}

function limitOf(model: Network, kinds: string[]): number | undefined {
  const limit = model.limits?.find(({ kind, active }) => kinds.includes(kind) && active !== false);
  if (!limit) return undefined;
  return limit.kind === "co2_cap_share" ? limit.value * (limit.reference_t ?? 0) : limit.value;
}

/// A step that reads well: 1, 2 or 5 times a power of ten, about a hundredth of the whole.
export function roundStep(whole: number): number {
  const size = 10 ** Math.floor(Math.log10(whole / 100));
  const factor = [1, 2, 5, 10].find((one) => one * size >= whole / 100) ?? 10;
  return factor * size;
}

/// The levers of a plan, given what it comes to as saved.
export function leversOf(model: Network, saved: Result): Lever[] {
  const cap = limitOf(model, ["co2_cap", "co2_cap_share"]);
  const emitted = saved.co2_t ?? 0;
  const levers: Lever[] = [];
  if (emitted > 0 || cap !== undefined) {
    const step = roundStep(Math.max(emitted, cap ?? 0, 1) * 1.5);
    const maximum = Math.ceil((Math.max(emitted, cap ?? 0, 1) * 1.5) / step) * step;
    levers.push({ id: "co2", unit: "t", minimum: 0, maximum, step, saved: cap, rest: cap ?? emitted });
  }
  const shares = [
    ["self_sufficiency", saved.self_sufficiency],
    ["renewable_share", saved.renewable_share],
  ] as const;
  for (const [id, reached] of shares) {
    if (reached === undefined) continue;
    const bound = limitOf(model, [id]);
    levers.push({ id, unit: "share", minimum: 0, maximum: 1, step: 0.01, saved: bound, rest: bound ?? 0 });
  }
  levers.push({ id: "demand", unit: "factor", minimum: 0.5, maximum: 2, step: 0.01, saved: 1, rest: 1 });
  levers.push({ id: "cost", unit: "factor", minimum: 0.2, maximum: 3, step: 0.05, saved: 1, rest: 1 });
  const price = model.co2_price_per_t ?? 0;
  levers.push({
    id: "co2_price",
    unit: "money_per_t",
    minimum: 0,
    maximum: Math.max(300, 3 * price),
    step: roundStep(Math.max(300, 3 * price)),
    saved: price,
    rest: price,
  });
  return levers;
}

/// The levers' places, and the technology whose cost is moved.
export interface Places {
  values: Partial<Record<Lever["id"], number>>;
  technology: string | null;
}

const kKinds = {
  co2: "co2_cap_t",
  self_sufficiency: "self_sufficiency",
  renewable_share: "renewable_share",
  demand: "demand_factor",
  cost: "investment_factor",
  co2_price: "co2_price",
} as const;

/// The changes that the levers' places make, only of those that were moved.
export function variationsOf({ values, technology }: Places): Variation[] {
  const changes: Variation[] = [];
  for (const [id, value] of Object.entries(values) as [Lever["id"], number | undefined][]) {
    if (value === undefined) continue;
    if (id === "cost") {
      if (technology) changes.push({ kind: kKinds.cost, target: technology, value });
    } else changes.push({ kind: kKinds[id], value });
  }
  return changes;
}
