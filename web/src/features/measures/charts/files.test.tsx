// SPDX-License-Identifier: Apache-2.0
import { cleanup } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import type { Schemas } from "../../../api/client";
import { setLanguage, startI18n } from "../../../i18n";
import { measuringPen, savedFile, wordsOf } from "../../../test/files";
import { renderPart } from "../../../test/render";
import type { Measure } from "../api";
import type { SectorResult } from "../forecasts/api";
import { ForecastChart } from "../forecasts/ForecastChart";
import { CurveChart } from "./CurveChart";
import { GapChart } from "./GapChart";
import { SavingChart } from "./SavingChart";

beforeAll(async () => {
  await startI18n("en");
  await setLanguage("en");
});

beforeEach(measuringPen);
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const curve = {
  year: 2030,
  discount_rate: 0.045,
  currency: "KRW",
  price_years: [2024],
  steps: [
    {
      title: "Lamps",
      fictitious: true,
      cost_per_t: 5,
      co2_saved_t: 10,
      cumulative_t: 10,
      annual_cost: 50,
      cost_source: "Offer of 2024",
    },
    {
      title: "Pumps",
      fictitious: false,
      cost_per_t: 9,
      co2_saved_t: 5,
      cumulative_t: 15,
      annual_cost: 45,
      cost_source: "",
    },
  ],
} as unknown as Schemas["AbatementCurve"];

const point = (year: number, source: string) => ({ year, source, value_t: 9e6 });
const gap = {
  baseline: { point: point(2018, "City of Daegu, 2023") },
  targets: [point(2030, "Carbon neutrality plan")],
  measures: [{ id: "1", title: "Lamps", fictitious: false }],
  years: [
    {
      year: 2030,
      reference_t: 9e6,
      target_t: 5e6,
      needed_t: 4e6,
      saved_t: [1e5],
      total_t: 1e5,
      without_overlap_t: 1e5,
      left_t: 39e5,
      closed_percent: 2.5,
    },
  ],
} as unknown as Schemas["Gap"];

const measure = {
  title: "Lamps of schools",
  fictitious: true,
  updated: "2026-11-20T03:00:00Z",
  method_source: "",
  years: [{ year: 2025, expected_t: 5, actual_t: 4, expected_mwh: 9, actual_source: "Meter book" }],
} as unknown as Measure;

const sector = {
  unit: "GWh",
  history: [
    { year: 2020, value: 5, source: "KEPCO, 2021" },
    { year: 2021, value: 6, source: "KEPCO, 2022" },
  ],
  methods: [{ method: "trend", years: [{ year: 2022, value: 7 }] }],
} as unknown as SectorResult;
const forecast = { fictitious: true, assumptions: [{ source: "Population 2052" }] } as never;

const cases = [
  {
    name: "the abatement curve",
    part: <CurveChart curve={curve} />,
    says: ["Offer of 2024, Assumption without source", "fictitious", "price years 2024"],
  },
  {
    name: "the gap to the target",
    part: <GapChart gap={gap} />,
    says: ["City of Daegu, 2023, Carbon neutrality plan", "baseline of 2018"],
  },
  {
    name: "the savings of a measure",
    part: <SavingChart measure={measure} />,
    says: ["Lamps of schools", "Assumption without source, Meter book", "Dure, 20 Nov 2026", "fictitious"],
  },
  {
    name: "a forecast",
    part: <ForecastChart sector={sector} level={95} name="All" forecast={forecast} />,
    says: ["KEPCO, 2021, KEPCO, 2022, Population 2052", "fictitious"],
  },
];

describe.each(cases)("the source line of $name", ({ part, says }) => {
  test("stands under the picture and goes with its files", async () => {
    const { container } = renderPart(part);
    const line = container.querySelector("[data-source-line]")?.textContent ?? "";
    for (const words of says) expect(line).toContain(words);
    expect(line).toMatch(/Dure, \d+ \w+ 20\d\d/);
    const rows = (await savedFile(/CSV/)).trimEnd().split("\r\n");
    expect(rows.at(-1)).toBe(/[",]/.test(line) ? `"${line.replaceAll('"', '""')}"` : line);
    expect(wordsOf(await savedFile(/SVG/))).toContain(line);
  });
});

test("what is not made up is not called so", () => {
  const { container } = renderPart(<GapChart gap={gap} />);
  expect(container.querySelector("[data-source-line]")).not.toHaveTextContent("fictitious");
});
