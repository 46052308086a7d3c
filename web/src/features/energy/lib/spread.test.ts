// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { histogram, quantile, spreadOf } from "./spread";

describe("samples", () => {
  it("have quantiles between them", () => {
    expect(quantile([0, 10], 0.25)).toBe(2.5);
    expect(spreadOf([3, 1, 2])).toEqual({ low: 1.1, median: 2, high: 2.9 });
    expect(spreadOf([])).toBeUndefined();
  });

  it("fall into bins that hold them all", () => {
    const bins = histogram([0, 1, 2, 3, 4, 5, 6, 7, 8, 10], 5);
    expect(bins.map(({ count }) => count)).toEqual([2, 2, 2, 2, 2]);
    expect(bins[0]).toMatchObject({ from: 0, to: 2 });
    const round = histogram([0.934, 1.2, 5.153]);
    expect(round[0]).toMatchObject({ from: 0.5, to: 1 });
    expect(round.reduce((sum, { count }) => sum + count, 0)).toBe(3);
    expect(histogram([7, 7, 7])).toEqual([{ from: 7, to: 7, count: 3 }]);
    expect(histogram([])).toEqual([]);
  });
});
