// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import { chartTheme } from "../../../components/chart/theme";
import type { GrowthFact } from "./api";
import { growthOption, instantOf } from "./growthOption";

const fact = (time: string, basis: GrowthFact["basis"], clusters: number): GrowthFact => ({
  id: `${time}${basis}`,
  time,
  basis,
  clusters,
  source: { title: "A newspaper" },
  version: 1,
  created: "",
  updated: "",
  actions: [],
});

interface Drawn {
  series: { name: string; type: string; data: { value: [number, number] }[] }[];
}

const names = { clusters: "C", countries: "L", attendance: "A", register: "R", invented: "I", axis: "" };

test("figures of different kinds are different series, and those that disagree are both drawn", () => {
  const option = growthOption({
    facts: [
      fact("2018-11", "membership", 8),
      fact("2018-11", "attendance", 9),
      fact("2019-11", "membership", 12),
    ],
    growth: { points: [], countries: [] },
    names,
    sentence: () => "",
    theme: chartTheme(false, "en"),
    narrow: false,
    today: 0,
  }) as unknown as Drawn;
  expect(option.series.map(({ name }) => name)).toEqual(["C", "A"]);
  expect(option.series[0]?.data.map(({ value }) => value[1])).toEqual([8, 12]);
  expect(option.series[1]?.data.map(({ value }) => value[1])).toEqual([9]);
});

test("a time of which the source says no more than the year or month stands in its middle", () => {
  expect(new Date(instantOf("2021")).toISOString().slice(0, 10)).toBe("2021-07-01");
  expect(new Date(instantOf("2020-11")).toISOString().slice(0, 10)).toBe("2020-11-15");
  expect(new Date(instantOf("2019-11-04")).toISOString().slice(0, 10)).toBe("2019-11-04");
});

test("invented clusters never stand in the register's line", () => {
  const option = growthOption({
    facts: [],
    growth: {
      points: [
        { day: "2018-11", clusters: 0, countries: 0, fictitious_clusters: 5, fictitious_countries: 5 },
        { day: "2019", clusters: 2, countries: 1, fictitious_clusters: 5, fictitious_countries: 5 },
      ],
      countries: [],
    },
    names,
    sentence: () => "",
    theme: chartTheme(false, "en"),
    narrow: false,
    today: Date.UTC(2026, 0, 1),
  }) as unknown as { series: { name: string; data: [number, number][] }[] };
  expect(option.series.find(({ name }) => name === "R")?.data.map(([, count]) => count)).toEqual([2, 2]);
  expect(option.series.find(({ name }) => name === "I")?.data.map(([, count]) => count)).toEqual([5, 5, 5]);
});
