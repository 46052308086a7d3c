// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from "vitest";
import type { Dispatch } from "../api/types";
import { priceBins, stressWeek } from "./stress";

const clock = { start: Date.parse("2029-12-31T15:00:00Z"), timeZone: "Asia/Seoul", hoursPerPeriod: 1 };

function year(days: number, price: (hour: number) => number, demand: (hour: number) => number): Dispatch {
  const hours = Array.from({ length: days * 24 }, (_, hour) => hour);
  return {
    bus: "city",
    from: 0,
    to: hours.length,
    step: 1,
    start: "",
    time_zone: "Asia/Seoul",
    hours_per_period: 1,
    price: hours.map(price),
    series: [{ kind: "load", component: "load", unit: "MW", values: hours.map((hour) => -demand(hour)) }],
  } as unknown as Dispatch;
}

describe("stressWeek", () => {
  test("follows the price, not the demand alone", () => {
    const scarce = (hour: number) => hour >= 20 * 24 && hour < 22 * 24;
    const found = stressWeek(
      year(
        40,
        (hour) => (scarce(hour) ? 3000 : 50),
        (hour) => (hour < 10 * 24 ? 200 : 100),
      ),
      clock,
    );
    expect(found).toBeDefined();
    expect((found?.from ?? 0) <= 20 * 24 && (found?.to ?? 0) >= 22 * 24).toBe(true);
    expect((found?.from ?? 1) % 24).toBe(0);
  });

  test("needs a week", () => {
    expect(
      stressWeek(
        year(
          6,
          () => 1,
          () => 1,
        ),
        clock,
      ),
    ).toBeUndefined();
  });
});

describe("priceBins", () => {
  test("count every hour once, in bins of a round width", () => {
    const prices = Array.from({ length: 1000 }, (_, index) => (index < 995 ? 40 + (index % 50) : 3000));
    const bins = priceBins(prices);
    expect(bins.reduce((sum, { hours }) => sum + hours, 0)).toBe(1000);
    expect(bins.at(-1)).toMatchObject({ hours: 5, to: 3000 });
    expect((bins[0]?.to ?? 0) - (bins[0]?.from ?? 0)).toBe(5);
  });

  test("hold a year of one price", () => {
    expect(priceBins([50, 50, 50])).toEqual([{ from: 50, to: 51, hours: 3 }]);
  });
});
