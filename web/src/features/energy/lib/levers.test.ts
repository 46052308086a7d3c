// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import type { Network, Result } from "../api/types";
import { leversOf, roundStep, variationsOf } from "./levers";

const model = {
  limits: [
    { name: "cap", kind: "co2_cap_share", value: 0.5, reference_t: 8_000_000 },
    { name: "own", kind: "self_sufficiency", value: 0.4, active: false },
  ],
} as unknown as Network;
const saved = { co2_t: 3_000_000, self_sufficiency: 0.38, renewable_share: 0.32 } as Result;

describe("levers", () => {
  it("stand where the saved plan stands", () => {
    const levers = new Map(leversOf(model, saved).map((lever) => [lever.id, lever]));
    expect(levers.get("co2")).toMatchObject({ saved: 4_000_000, rest: 4_000_000, maximum: 6_000_000 });
    expect(levers.get("self_sufficiency")).toMatchObject({ saved: undefined, rest: 0 });
    expect(levers.get("demand")?.rest).toBe(1);
    expect(levers.get("co2_price")).toMatchObject({ saved: 0, maximum: 300 });
  });

  it("leave out what the plan does not have", () => {
    const ids = leversOf({} as Network, { co2_t: 0 } as Result).map(({ id }) => id);
    expect(ids).toEqual(["demand", "cost", "co2_price"]);
  });

  it("take steps that read well", () => {
    expect([6_000_000, 700, 1].map(roundStep)).toEqual([100_000, 10, 0.01]);
  });

  it("change only what was moved, and costs only of a chosen technology", () => {
    expect(variationsOf({ values: {}, technology: "pv" })).toEqual([]);
    expect(variationsOf({ values: { co2: 5, cost: 2 }, technology: null })).toEqual([
      { kind: "co2_cap_t", value: 5 },
    ]);
    expect(variationsOf({ values: { cost: 0.5 }, technology: "pv" })).toEqual([
      { kind: "investment_factor", target: "pv", value: 0.5 },
    ]);
  });
});
