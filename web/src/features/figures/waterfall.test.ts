// SPDX-License-Identifier: Apache-2.0
import { expect, it } from "vitest";
import { spans } from "./waterfall";

it("begins each effect where the one before ended, and ends at the end", () => {
  const steps = [
    { name: "2010", value: 30, whole: true },
    { name: "activity", value: 12, whole: false },
    { name: "intensity", value: -6, whole: false },
    { name: "2020", value: 36, whole: true },
  ];
  expect(spans(steps)).toEqual([
    { from: 0, to: 30 },
    { from: 30, to: 42 },
    { from: 42, to: 36 },
    { from: 0, to: 36 },
  ]);
});
