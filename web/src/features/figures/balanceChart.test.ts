// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import type { Balance } from "./api";
import { type Cell, flowsOf, partsOf } from "./balanceChart";

const cell = (flow: Cell["flow"], sector: string, item: string, value: number, estimate = false): Cell => ({
  flow,
  sector,
  item,
  value,
  estimate,
  others: [],
});

const balance = (cells: Cell[]): Balance => ({
  region: "kr.daegu",
  year: 2014,
  unit: "ktoe",
  complete: false,
  sectors: ["industry", "transport"],
  items: ["electricity", "oil"],
  cells,
  gaps: [],
  mismatches: [],
  statistical_difference: [],
  emissions: [],
  without_factor: [],
  figures: [],
});

const wording = { sector: (code: string) => code, item: (code: string) => code, supply: "supply" };

describe("a balance as pictures", () => {
  it("shows the rest of a sector as not told apart, and no cell that is not known", () => {
    const parts = partsOf(
      balance([cell("final", "industry", "", 100), cell("final", "industry", "oil", 30)]),
    );
    expect(parts).toEqual([
      { sector: "industry", item: "oil", value: 30, estimate: false },
      { sector: "industry", item: "", value: 70, estimate: false },
    ]);
  });
  it("keeps estimates apart from what is known", () => {
    const parts = partsOf(
      balance([
        cell("final", "industry", "", 100),
        cell("final", "industry", "electricity", 30, true),
        cell("final", "industry", "", 70, true),
      ]),
    );
    expect(parts.map(({ estimate }) => estimate)).toEqual([true, true]);
  });
  it("flows from supply over a plant to the sectors without a circle", () => {
    const { edges } = flowsOf(
      balance([
        cell("supply", "", "oil", 100),
        cell("transformation", "power_plant", "oil", -40),
        cell("transformation", "power_plant", "electricity", 20),
        cell("final", "industry", "electricity", 20),
        cell("final", "transport", "oil", 60),
      ]),
      wording,
    );
    expect(edges).toContainEqual({ source: "made/electricity", target: "sector/industry", mwh: 20 });
    expect(edges).toContainEqual({ source: "item/oil", target: "plant/power_plant", mwh: 40 });
  });
});
