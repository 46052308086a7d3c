// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import type { SeriesFigure } from "./api";
import { drawable, linesOf, placeOf } from "./seriesChart";

const figure = (period: string, more: Partial<SeriesFigure> = {}): SeriesFigure => ({
  id: period,
  region: "kr.daegu",
  indicator: "ghg.managed",
  period,
  kind: "actual",
  unit: "MtCO2e",
  method: "read",
  value: 1,
  shown_value: 1,
  source: "s",
  version: 1,
  created: "",
  updated: "",
  actions: [],
  ...more,
});

describe("an indicator over the years", () => {
  it("places every kind of period, and nothing without a year", () => {
    expect(placeOf("2018")).toBe(2018);
    expect(placeOf("2018-01")).toBe(2018);
    expect(placeOf("2018-H2")).toBeCloseTo(2018.25);
    expect(placeOf("2019-02/2019-10")).toBeGreaterThan(2019);
    expect(placeOf("undated")).toBeUndefined();
  });
  it("does not put part of a year beside whole years of a flow", () => {
    const list = [figure("2018"), figure("2019-02/2019-10"), figure("undated")];
    expect(drawable(list, true).map(({ period }) => period)).toEqual(["2018"]);
    expect(drawable(list, false)).toHaveLength(2);
  });
  it("joins nothing across sources, and begins targets at their own baseline", () => {
    const lines = linesOf(
      [
        figure("2018", { kind: "baseline", baseline: "a" }),
        figure("2018", { kind: "baseline", baseline: "b" }),
        figure("2030", { kind: "target", baseline: "a" }),
        figure("2030", { kind: "target", baseline: "b" }),
        figure("2014"),
        figure("2015", { source: "other" }),
      ],
      (one) => one.baseline ?? "actual",
    );
    expect(lines.map(({ name, points }) => [name, points.length])).toEqual([
      ["a", 2],
      ["b", 2],
      ["actual", 1],
      ["actual", 1],
    ]);
  });
});
