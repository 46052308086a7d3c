// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import type { Dispatch } from "../api/types";
import { busBalance, dispatchView, visibleFlows } from "./dispatchSeries";

const dispatch: Dispatch = {
  bus: "power",
  from: 24,
  to: 30,
  step: 4,
  start: "2030-01-01T15:00:00Z",
  time_zone: "Asia/Seoul",
  hours_per_period: 1,
  price: [50, 80],
  series: [
    { kind: "load", component: "city", unit: "MW", values: [-100, -120] },
    { kind: "load", component: "industry", unit: "MW", values: [-50, -50] },
    { kind: "generator", component: "solar", unit: "MW", values: [0, 140] },
    { kind: "generator", component: "gas", unit: "MW", values: [160, 10] },
    { kind: "generator", component: "unused", unit: "MW", values: [1e-9, 0] },
    { kind: "store", component: "battery", unit: "MW", values: [-10, 20] },
    { kind: "store_level", component: "battery", unit: "MWh", values: [30, 10] },
  ],
};

describe("a dispatch", () => {
  it("stacks supply over use, joins loads to one demand and leaves dust out", () => {
    const view = dispatchView(dispatch);
    expect(view.periods).toEqual([24, 28]);
    expect(view.demand).toEqual([150, 170]);
    expect(visibleFlows(view).map(({ name }) => name)).toEqual(["gas", "solar", "battery", "battery"]);
    expect(view.use.find(({ name }) => name === "battery")?.values).toEqual([-10, 0]);
    expect(view.levels.map(({ values }) => values)).toEqual([[30, 10]]);
  });
  it("balances: supply equals demand and use at every point", () => {
    const view = dispatchView(dispatch);
    view.periods.forEach((_, index) => {
      const sum = [...view.supply, ...view.use].reduce(
        (total, { values }) => total + (values[index] ?? 0),
        0,
      );
      expect(sum).toBeCloseTo(view.demand[index] ?? 0, 6);
    });
  });
  it("sums means over the hours they stand for, also in a last point that is shorter", () => {
    const balance = busBalance(dispatch);
    expect(balance.find(({ name }) => name === "city")?.mwh).toBe(-(100 * 4 + 120 * 2));
    expect(balance.reduce((sum, { mwh }) => sum + mwh, 0)).toBeCloseTo(0, 5);
    expect(balance[0]?.name).toBe("gas");
  });
});
