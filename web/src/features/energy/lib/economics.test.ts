// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from "vitest";
import type { Network, Result, TechnologyResult } from "../api/types";
import { annuityFactor, costSteps, levelised, payments, paymentYears } from "./economics";

function technology(part: Partial<TechnologyResult> & { name: string }): TechnologyResult {
  return {
    kind: "generator",
    bus: "city",
    carrier: "",
    capacity_mw: 10,
    existing_mw: 0,
    output_mwh: 100,
    input_mwh: 0,
    curtailed_mwh: 0,
    full_load_hours: 10,
    capital_cost: 0,
    marginal_cost: 0,
    co2_t: 0,
    investment: 0,
    ...part,
  };
}

function result(technologies: TechnologyResult[], total_cost: number): Result {
  return { technologies, total_cost, limits: [], buses: [], conflicts: [] } as unknown as Result;
}

describe("costSteps", () => {
  test("add up to the total, capital before running, the small ones together", () => {
    const { steps, rest, total } = costSteps(
      result(
        [
          technology({ name: "gas", marginal_cost: 600, capital_cost: 0.4 }),
          technology({ name: "sun", capital_cost: 300, marginal_cost: 0 }),
          technology({ name: "city", kind: "shedding", marginal_cost: 99.6 }),
        ],
        1000,
      ),
    );
    expect(steps.map(({ kind, technology: one }) => `${kind} ${one?.name}`)).toEqual([
      "capital sun",
      "running gas",
      "shedding city",
    ]);
    expect(rest).toBeCloseTo(0.4);
    expect(steps.reduce((sum, { amount }) => sum + amount, rest)).toBeCloseTo(total);
  });
});

describe("levelised", () => {
  test("is all cost over what is delivered; the share that is curtailed is of what was there", () => {
    const [sun, idle] = levelised(
      result(
        [
          technology({ name: "sun", capital_cost: 300, output_mwh: 75, curtailed_mwh: 25 }),
          technology({ name: "idle", capital_cost: 5, output_mwh: 0 }),
        ],
        305,
      ),
    );
    expect(sun?.cost).toBe(4);
    expect(sun?.curtailed).toBe(0.25);
    expect(idle?.cost).toBeUndefined();
  });
});

describe("payments", () => {
  const model = {
    discount_rate: 0,
    generators: [
      {
        name: "sun",
        p_nom: {
          nominal: 2,
          extendable: true,
          capital_cost: { investment: 100, lifetime_years: 4, fixed_om_share: 0.01 },
        },
      },
    ],
    stores: [
      {
        name: "battery",
        p_nom: { extendable: true, capital_cost: { investment: 10, lifetime_years: 2 } },
        e_nom: { extendable: true, capital_cost: { investment: 5, lifetime_years: 4 } },
      },
    ],
  } as unknown as Network;
  const solved = result(
    [
      technology({ name: "sun", capacity_mw: 10 }),
      technology({ name: "battery", kind: "store", capacity_mw: 4, energy_capacity_mwh: 8 }),
    ],
    0,
  );

  test("name what is added, and each part of a store by itself", () => {
    expect(payments(solved, model).map(({ investment, annuity }) => [investment, annuity])).toEqual([
      [800, 200],
      [40, 20],
      [40, 10],
    ]);
  });

  test("end with the life of what they bought", () => {
    const years = paymentYears(payments(solved, model));
    expect(years.map(({ annuity }) => annuity)).toEqual([230, 230, 210, 210]);
    expect(years[0]?.fixed_om).toBeCloseTo(8);
  });

  test("follow the annuity of a loan", () => {
    expect(annuityFactor(0.05, 20)).toBeCloseTo(0.0802426, 6);
  });
});
