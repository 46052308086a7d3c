// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { newPart } from "./newParts";
import { annualCost, capacitySummary, costSummary } from "./summary";

const words = { year: "yr", years: " yr", new_from: "new", unlimited: "∞" };

describe("a technology in one line", () => {
  it("says what exists or what may be built", () => {
    expect(capacitySummary({ nominal: 270 }, "MW", "en", words)).toBe("270 MW");
    expect(capacitySummary({ nominal: 412, extendable: true, minimum: 412 }, "MW", "en", words)).toBe(
      "412–∞ MW",
    );
    expect(capacitySummary(undefined, "MW", "en", words)).toBe("0 MW");
  });
  it("says what it costs", () => {
    expect(costSummary({ investment: 560000, lifetime_years: 35 }, "EUR", "MW", "en", words)).toBe(
      "EUR 560 k/MW · 35 yr",
    );
    expect(costSummary({ annual: 46000 }, "EUR", "MW", "ko", words)).toBe("4.6만 유로/MW·yr");
    expect(costSummary({}, "EUR", "MW", "en", words)).toBe("");
  });
  it("turns an investment into a yearly cost by its annuity", () => {
    expect(annualCost({ investment: 1000, lifetime_years: 20, fixed_om_share: 0.02 }, 0.05)).toBeCloseTo(
      100.2426,
      3,
    );
    expect(annualCost({ investment: 1000, lifetime_years: 20 }, 0)).toBeCloseTo(50);
    expect(annualCost({ annual: 7 }, 0.05)).toBe(7);
    expect(annualCost({ investment: 1000 }, 0.05)).toBeUndefined();
  });
});

describe("a new part", () => {
  const model = {
    name: "x",
    currency: "EUR",
    price_year: 2020,
    discount_rate: 0.05,
    time: { start: "2030-01-01T00:00", time_zone: "Asia/Seoul", periods: 24 },
    buses: [
      { name: "power", carrier: "electricity" },
      { name: "heat", carrier: "heat" },
    ],
    generators: [{ name: "new", bus: "power" }],
  };
  it("stands on a bus of the model under a free name", () => {
    expect(newPart("generators", model, "new")).toMatchObject({ name: "new_2", bus: "power" });
    expect(newPart("links", model, "new")).toMatchObject({ bus0: "power", outputs: [{ bus: "heat" }] });
  });
});
