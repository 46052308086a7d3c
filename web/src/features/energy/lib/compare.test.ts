// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import type { Network, Result, TechnologyResult } from "../api/types";
import { keyFigures, technologyPairs, yearlyCost } from "./compare";
import { differences } from "./diff";

const model: Network = {
  name: "a",
  currency: "EUR",
  price_year: 2020,
  discount_rate: 0.05,
  time: { start: "2030-01-01T00:00", time_zone: "Asia/Seoul", periods: 24 },
  buses: [{ name: "power", carrier: "electricity" }],
  generators: [
    { name: "pv", bus: "power", p_nom: { capital_cost: { investment: 100 } } },
    { name: "gas", bus: "power", marginal_cost: 95 },
  ],
  limits: [{ name: "co2", kind: "co2_cap", value: 10, active: true }],
};

describe("two models", () => {
  it("that are the same differ in nothing, in whatever order their parts stand", () => {
    expect(differences(model, { ...model, generators: [...(model.generators ?? [])].reverse() })).toEqual([]);
  });
  it("differ by field, by what was added and by what was removed", () => {
    const other: Network = {
      ...model,
      discount_rate: 0.03,
      generators: [
        { name: "pv", bus: "power", p_nom: { capital_cost: { investment: 80 } } },
        { name: "wind", bus: "power" },
      ],
      limits: [{ name: "co2", kind: "co2_cap", value: 5, active: true }],
    };
    expect(differences(model, other)).toEqual([
      { list: "model", kind: "changed", field: "discount_rate", before: 0.05, after: 0.03 },
      {
        list: "generators",
        name: "pv",
        kind: "changed",
        field: "p_nom/capital_cost/investment",
        before: 100,
        after: 80,
      },
      { list: "generators", name: "wind", kind: "added" },
      { list: "generators", name: "gas", kind: "removed" },
      { list: "limits", name: "co2", kind: "changed", field: "value", before: 10, after: 5 },
    ]);
  });
});

function technology(name: string, capital: number, marginal: number): TechnologyResult {
  return {
    kind: "generator",
    name,
    bus: "power",
    carrier: name,
    capacity_mw: 1,
    existing_mw: 0,
    output_mwh: 0,
    input_mwh: 0,
    curtailed_mwh: 0,
    full_load_hours: 0,
    capital_cost: capital,
    marginal_cost: marginal,
    co2_t: 0,
    investment: 0,
  };
}

const result: Result = {
  method: "clp",
  iterations: 1,
  build_seconds: 0,
  solve_seconds: 0,
  rows: 1,
  columns: 1,
  entries: 1,
  total_cost: 200,
  co2_t: 0,
  renewable_share: 0.2,
  technologies: [],
  limits: [],
  buses: [],
  conflicts: [],
};

describe("two runs", () => {
  it("give differences, and percentages where they mean something", () => {
    const figures = keyFigures(result, { ...result, total_cost: 250, co2_t: 5, renewable_share: 0.3 });
    expect(figures.find(({ key }) => key === "total_cost")).toMatchObject({ difference: 50, relative: 0.25 });
    expect(figures.find(({ key }) => key === "co2_t")).toMatchObject({ difference: 5, relative: undefined });
    expect(figures.find(({ key }) => key === "renewable_share")?.difference).toBeCloseTo(0.1);
    expect(figures.find(({ key }) => key === "self_sufficiency")).toMatchObject({
      first: undefined,
      difference: undefined,
    });
  });
  it("pair their technologies by name", () => {
    const pairs = technologyPairs(
      [technology("gas", 1, 2), technology("pv", 3, 0)],
      [technology("wind", 5, 0), technology("gas", 2, 2)],
    );
    expect(pairs.map(({ name, first, second }) => [name, yearlyCost(first), yearlyCost(second)])).toEqual([
      ["gas", 3, 4],
      ["pv", 3, 0],
      ["wind", 0, 5],
    ]);
  });
});
