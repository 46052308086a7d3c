// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { periodAt, wallTime, wallToInstant, zoneOffset } from "./clock";
import { clampWindow, jumpWindow, moved, requestFor, stepFor, zoomed } from "./dispatchWindow";

const seoul = {
  start: wallToInstant("2030-01-01T00:00", "Asia/Seoul"),
  timeZone: "Asia/Seoul",
  hoursPerPeriod: 1,
};

describe("the wall clock", () => {
  it("starts at local midnight", () => {
    expect(new Date(seoul.start).toISOString()).toBe("2029-12-31T15:00:00.000Z");
    expect(new Date(wallTime(seoul, 12)).toISOString()).toBe("2030-01-01T12:00:00.000Z");
    expect(periodAt(seoul, wallTime(seoul, 5000))).toBe(5000);
  });
  it("follows summer time where a zone has it", () => {
    const berlin = {
      start: wallToInstant("2030-01-01T00:00", "Europe/Berlin"),
      timeZone: "Europe/Berlin",
      hoursPerPeriod: 1,
    };
    expect(zoneOffset(Date.UTC(2030, 6, 1), "Europe/Berlin")).toBe(7_200_000);
    expect(periodAt(berlin, wallTime(berlin, 4500))).toBe(4500);
  });
});

describe("a window of the year", () => {
  it.each([
    [24, 1],
    [168, 1],
    [600, 1],
    [1200, 2],
    [1800, 3],
    [3600, 6],
    [8760, 24],
    [100000, 168],
  ])("of %i hours is drawn in steps of %i h", (hours, step) => {
    expect(stepFor({ from: 0, to: hours }, 1)).toBe(step);
  });
  it("counts steps in periods when a period is not an hour", () => {
    expect(stepFor({ from: 0, to: 2920 }, 3)).toBe(8);
    expect(stepFor({ from: 0, to: 672 }, 0.25)).toBe(4);
  });
  it("stays inside the year and never shrinks to nothing", () => {
    expect(clampWindow({ from: -50, to: 100 }, 8760)).toEqual({ from: 0, to: 150 });
    expect(clampWindow({ from: 8700, to: 9000 }, 8760)).toEqual({ from: 8460, to: 8760 });
    expect(clampWindow({ from: 10, to: 11 }, 8760)).toEqual({ from: 10, to: 16 });
    expect(clampWindow({ from: 0, to: 10 }, 4)).toEqual({ from: 0, to: 4 });
  });
  it("is asked for with a margin, on multiples of the step", () => {
    expect(requestFor({ from: 1000, to: 1168 }, 8760, 1)).toEqual({ from: 916, to: 1252, step: 1 });
    expect(requestFor({ from: 0, to: 8760 }, 8760, 1)).toEqual({ from: 0, to: 8760, step: 24 });
    const wide = requestFor({ from: 1001, to: 2201 }, 8760, 1);
    expect(wide.from % wide.step).toBe(0);
  });
  it("zooms about its middle and moves by a share", () => {
    expect(zoomed({ from: 100, to: 200 }, 0.5, 8760)).toEqual({ from: 125, to: 175 });
    expect(zoomed({ from: 0, to: 8760 }, 2, 8760)).toEqual({ from: 0, to: 8760 });
    expect(moved({ from: 100, to: 200 }, 0.5, 8760)).toEqual({ from: 150, to: 250 });
  });
});

describe("quick jumps", () => {
  const demand = Array.from({ length: 8760 }, (_, hour) => 100 + (hour % 24 === 18 ? 5 : 0));
  for (let hour = 24 * 20; hour < 24 * 27; hour += 1) demand[hour] = 150;
  for (let hour = 24 * 200; hour < 24 * 207; hour += 1) demand[hour] = 140;
  demand[24 * 100 + 9] = 999;

  it("find the coldest and the hottest week by demand", () => {
    expect(jumpWindow("winter_week", demand, seoul)).toEqual({ from: 480, to: 648 });
    expect(jumpWindow("summer_week", demand, seoul)).toEqual({ from: 4800, to: 4968 });
  });
  it("find the day of the highest hour", () => {
    expect(jumpWindow("peak_day", demand, seoul)).toEqual({ from: 2400, to: 2424 });
  });
  it("know when a model has no summer", () => {
    expect(jumpWindow("summer_week", demand.slice(0, 168), seoul)).toBeUndefined();
    expect(jumpWindow("year", demand.slice(0, 168), seoul)).toEqual({ from: 0, to: 168 });
  });
});
