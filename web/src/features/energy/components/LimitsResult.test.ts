// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from "vitest";
import type { LimitResult } from "../api/types";
import { isBinding, limitStep } from "./LimitsResult";

const limit = (part: Partial<LimitResult>): LimitResult => ({
  name: "limit",
  kind: "co2_cap",
  bound: 4_500_000,
  achieved: 4_500_000,
  shadow_price: 185.6,
  ...part,
});

describe("limitStep", () => {
  test("tells CO2 by a thousand tonnes, or by one where the cap is small", () => {
    expect(limitStep(limit({}), undefined, "EUR")).toEqual({ kind: "tonne", step: 1000, perUnit: 185.6 });
    expect(limitStep(limit({ bound: 500 }), undefined, "EUR").step).toBe(1);
  });

  test("turns the price of a share of a reference into one of tonnes", () => {
    const share = limit({ kind: "co2_cap_share", bound: 0.5, shadow_price: 2e9 });
    expect(limitStep(share, 1e7, "EUR")).toEqual({ kind: "tonne", step: 1000, perUnit: 200 });
  });

  test("tells shares by a percentage point and budgets by what people count in", () => {
    const own = limitStep(limit({ kind: "self_sufficiency", shadow_price: 42e9 }), undefined, "KRW");
    expect(own).toEqual({ kind: "point", step: 0.01, perUnit: 42e9 });
    expect(limitStep(limit({ kind: "investment_budget" }), undefined, "KRW").step).toBe(1e8);
    expect(limitStep(limit({ kind: "investment_budget" }), undefined, "EUR").step).toBe(1e6);
  });
});

describe("isBinding", () => {
  test("needs a price and a bound that is met", () => {
    expect(isBinding(limit({}))).toBe(true);
    expect(isBinding(limit({ shadow_price: 0 }))).toBe(false);
    expect(isBinding(limit({ achieved: 4_000_000 }))).toBe(false);
  });
});
