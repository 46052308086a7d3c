// SPDX-License-Identifier: Apache-2.0
// Which series of a plan a weather file can make, and with what numbers.

import type { Network, SeriesUnit } from "../api/types";
import type { WeatherComparison, WeatherWish } from "./api";

export type Use = WeatherWish["use"];
export type WishField =
  | "tilt_deg"
  | "azimuth_deg"
  | "losses"
  | "hub_m"
  | "shear"
  | "sink_c"
  | "quality"
  | "annual_mwh"
  | "base_c";

/** A series that may be made; the numbers are as they were typed. */
export interface Draft {
  name: string;
  chosen: boolean;
  use: Use;
  values: Record<WishField, string>;
  curve?: { name: string; text: string };
}

const kUses: Partial<Record<SeriesUnit, Use[]>> = { per_unit: ["pv", "wind"], cop: ["cop"], MW: ["heat"] };

export const usesOf = (unit: SeriesUnit): Use[] => kUses[unit] ?? [];

export const fieldsOf: Record<Use, WishField[]> = {
  pv: ["tilt_deg", "azimuth_deg", "losses"],
  wind: ["hub_m", "shear", "losses"],
  cop: ["sink_c", "quality"],
  heat: ["annual_mwh", "base_c"],
};

/** The engine's own, which stand in the fields from the beginning; losses are those of the use. */
const kDefaults: Record<WishField, string> = {
  tilt_deg: "30",
  azimuth_deg: "180",
  losses: "",
  hub_m: "90",
  shear: "0.143",
  sink_c: "55",
  quality: "0.4",
  annual_mwh: "",
  base_c: "18",
};
export const lossesOf = (use: Use) => (use === "pv" ? "0.14" : "0.1");

/** Demand is offered only where it is heat: degree hours say nothing about electricity. */
export function draftsOf({
  series = [],
  buses,
  loads = [],
}: Pick<Network, "series" | "buses" | "loads">): Draft[] {
  const warm = new Set(buses.filter(({ carrier }) => carrier === "heat").map(({ name }) => name));
  const heat = new Map(
    loads.filter(({ bus }) => warm.has(bus)).map(({ p_mw, annual_mwh }) => [p_mw, annual_mwh]),
  );
  return series.flatMap(({ name, unit }) => {
    const [first, second] = usesOf(unit);
    if (!first || (first === "heat" && !heat.has(name))) return [];
    const use = second && /wind|풍력/i.test(name) ? second : first;
    const annual = heat.get(name);
    const values = {
      ...kDefaults,
      losses: lossesOf(use),
      ...(annual !== undefined && { annual_mwh: String(annual) }),
    };
    return [{ name, chosen: false, use, values }];
  });
}

/** What is no number goes out as null, so that the server names the field. */
const number = (value: string) => Number(value.trim().replaceAll(",", ""));

export function wishOf({ name, use, values, curve }: Draft): WeatherWish {
  const wish: WeatherWish = { name, use };
  for (const field of fieldsOf[use]) if (values[field].trim()) wish[field] = number(values[field]);
  if (use === "wind" && curve) wish.power_curve = curve.text;
  return wish;
}

export type Measure = "full_load_hours" | "mwh" | "mean";

/** What of a series is set side by side: full-load hours, energy, or the mean of what is neither. */
export function measureOf(
  { unit, before, after }: WeatherComparison,
  hoursPerPeriod: number,
): { measure: Measure; before: number | undefined; after: number } {
  const measure = unit === "per_unit" ? "full_load_hours" : unit === "MW" ? "mwh" : "mean";
  const of = ({ sum, length }: { sum: number; length: number }) =>
    measure === "mean" ? sum / Math.max(1, length) : sum * hoursPerPeriod;
  return { measure, before: before && of(before), after: of(after) };
}
