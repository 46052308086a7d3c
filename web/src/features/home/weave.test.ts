// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import type { Schemas } from "../../api/client";
import { weave } from "./weave";

const dispatch = (series: Schemas["Dispatch"]["series"]): Schemas["Dispatch"] => ({
  bus: "electricity",
  from: 0,
  to: 96,
  step: 24,
  start: "2030-01-01T00:00:00Z",
  time_zone: "Asia/Seoul",
  hours_per_period: 1,
  price: [1, 1, 1, 1],
  series,
});

test("every supplier is a ribbon, and demand is a line, not a ribbon", () => {
  const cloth = weave(
    dispatch([
      { kind: "load", component: "city", unit: "MW", values: [-30, -30, -30, -30] },
      { kind: "generator", component: "solar", carrier: "solar", unit: "MW", values: [10, 10, 10, 10] },
      { kind: "generator", component: "import", carrier: "import", unit: "MW", values: [20, 20, 20, 20] },
      { kind: "store_level", component: "battery", unit: "MWh", values: [5, 5, 5, 5] },
    ]),
    300,
    100,
  );
  expect(cloth.ribbons.map(({ name }) => name).sort()).toEqual(["import", "solar"]);
  expect(cloth.ribbons.map(({ mean }) => mean).sort((a, b) => a - b)).toEqual([10, 20]);
  // Supply and demand are equal here: the demand runs along the top edge.
  expect(cloth.demand).toBe("M0.0 0.0L100.0 0.0L200.0 0.0L300.0 0.0");
});

test("a run of a single point draws nothing rather than a broken picture", () => {
  expect(weave({ ...dispatch([]), price: [1], to: 24 }, 300, 100)).toEqual({ ribbons: [], demand: "" });
});
