// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { contentOf, pointsAreGood, pointsOf, pointsText, valuesOf } from "./forecastForm";

describe("the years of an assumption", () => {
  it("are read as people write them", () => {
    const points = [
      { year: 2018, value: 941398 },
      { year: 2040, value: 0.5 },
    ];
    expect(pointsOf("2018: 941,398; 2040 = 0.5;")).toEqual(points);
    expect(pointsOf("2018: 941398\n2040: 0.5")).toEqual(points);
    expect(pointsOf(pointsText(points))).toEqual(points);
    expect(pointsOf("")).toEqual([]);
  });
  it("are told apart from what is none", () => {
    for (const bad of ["2018", "x: 1", "2018: y", "2018:"]) expect(pointsAreGood(bad)).toBe(false);
    expect(pointsAreGood("2018: 1")).toBe(true);
  });
});

describe("a forecast's form", () => {
  it("puts drivers and end uses to their sectors", () => {
    const content = contentOf(
      {
        ...valuesOf(),
        title: "T",
        sectors: [{ sector: "" }, { sector: "residential" }],
        assumptions: [
          { code: "people", name: "People", kind: "driver", unit: "persons", points: "2020: 1", reason: "r" },
        ],
        drivers: [{ sector: "residential", driver: "people", elasticity: "" }],
        end_uses: [{ sector: "", name: "Light", activity: "a", intensity: "b", factor: "0.001" }],
      },
      "en",
    );
    expect(content.sectors[0]).toEqual({
      sector: "",
      drivers: [],
      end_uses: [{ name: "Light", activity: "a", intensity: "b", factor: 0.001 }],
    });
    expect(content.sectors[1]?.drivers).toEqual([{ driver: "people" }]);
    expect(content.assumptions?.[0]?.points).toEqual([{ year: 2020, value: 1 }]);
    expect("source" in content).toBe(false);
  });
});
