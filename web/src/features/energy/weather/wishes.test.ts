// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import type { SeriesInfo } from "../api/types";
import { draftsOf, measureOf, wishOf } from "./wishes";

const info = (name: string, unit: SeriesInfo["unit"]): SeriesInfo => ({ name, unit, origin: "synthetic" });

test("offers the series that a weather file can make, by their unit", () => {
  const drafts = draftsOf({
    series: [
      info("pv", "per_unit"),
      info("wind_north", "per_unit"),
      info("cop", "cop"),
      info("city", "MW"),
      info("homes", "MW"),
      info("price", "currency_per_mwh"),
    ],
    buses: [
      { name: "power", carrier: "electricity" },
      { name: "warmth", carrier: "heat" },
    ],
    loads: [
      { name: "city", bus: "power", p_mw: "city" },
      { name: "homes", bus: "warmth", p_mw: "homes", annual_mwh: 888_000 },
    ],
  });
  expect(drafts.map(({ name, use }) => [name, use])).toEqual([
    ["pv", "pv"],
    ["wind_north", "wind"],
    ["cop", "cop"],
    ["homes", "heat"],
  ]);
  expect(drafts[3]?.values.annual_mwh).toBe("888000");
  expect(drafts.every(({ chosen }) => !chosen)).toBe(true);
});

test("sends the fields of the use alone, and its curve", () => {
  const [draft] = draftsOf({ series: [info("wind", "per_unit")], buses: [] });
  if (!draft) throw new Error("no draft");
  draft.values.hub_m = "1,00";
  draft.values.shear = " ";
  draft.curve = { name: "c.csv", text: "3,0\n12,1" };
  expect(wishOf(draft)).toEqual({
    name: "wind",
    use: "wind",
    hub_m: 100,
    losses: 0.1,
    power_curve: "3,0\n12,1",
  });
  expect(wishOf({ ...draft, use: "pv" })).not.toHaveProperty("power_curve");
});

test("compares full-load hours, energy or means", () => {
  const figures = { length: 4, sum: 2, minimum: 0, maximum: 1 };
  const one = { name: "s", method: "", after: figures, before: { ...figures, sum: 1 } };
  expect(measureOf({ ...one, unit: "per_unit" }, 3)).toEqual({
    measure: "full_load_hours",
    before: 3,
    after: 6,
  });
  expect(measureOf({ ...one, unit: "cop" }, 3)).toEqual({ measure: "mean", before: 0.25, after: 0.5 });
  expect(measureOf({ name: "s", method: "", after: figures, unit: "MW" }, 1)).toEqual({
    measure: "mwh",
    before: undefined,
    after: 2,
  });
});
