// SPDX-License-Identifier: Apache-2.0
import i18n from "i18next";
import { beforeAll, expect, test } from "vitest";
import { startI18n } from "../../../i18n";
import type { Ensemble } from "../api/types";
import { parameterName, samplesCsv } from "./EnsemblePage";

beforeAll(() => startI18n("en"));

const shown = {
  loads: [{ name: "residential", label_ko: "주택용", label_en: "Homes" }],
  ensemble: {
    currency: "EUR",
    technologies: [
      { kind: "generator", name: "pv_roof", label_ko: "지붕 태양광", label_en: "Solar on roofs" },
    ],
    specification: {
      parameters: [
        { kind: "demand_factor", target: "residential", low: 0.9, high: 1.1 },
        { kind: "investment_factor", target: "pv_roof", low: 0.8, high: 1.2 },
        { kind: "demand_factor", target: "", low: 0.9, high: 1.1 },
      ],
    },
    results: [{ number: 0, status: "optimal", drawn: [1, 1.1, 0.95], capacities: [{ mw: 12 }] }],
  } as unknown as Ensemble,
};

test("an uncertain number is called by the label of its load or technology, in the page and in the file", () => {
  const t = i18n.getFixedT("ko");
  expect(parameterName(shown, "demand_factor", "residential", t, "ko")).toBe("수요: 주택용(배율)");
  const [head] = samplesCsv(shown, i18n.getFixedT("en"), "en").split("\r\n");
  expect(head).toContain(
    "Demand: Homes (factor),Investment cost: Solar on roofs (factor),All demand (factor),",
  );
  expect(head).not.toMatch(/residential|pv_roof/);
});
