// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { contentOf, straightYears, valuesOf } from "./measureForm";

describe("a measure's form", () => {
  it("sends numbers as numbers and leaves out what is empty", () => {
    const values = {
      ...valuesOf(),
      title: "Lamps",
      method: "Counted",
      price_year: "2026",
      budget: "1000",
      years: [
        {
          year: "2027",
          expected_mwh: "",
          expected_t: "12.5",
          actual_mwh: "",
          actual_t: "",
          actual_source: "",
        },
      ],
    };
    const content = contentOf(values, "en");
    expect(content.budget).toBe(1000);
    expect(content.price_year).toBe(2026);
    expect(content.years).toEqual([{ year: 2027, expected_mwh: 0, expected_t: 12.5 }]);
    expect("spent" in content).toBe(false);
    expect("cancelled" in content).toBe(false);
    expect(content.language).toBe("en");
  });
  it("keeps an empty title for the server to refuse at its field", () => {
    expect(contentOf(valuesOf(), "ko").title).toBe("");
  });
  it("goes straight from the first year's savings to the last's", () => {
    const rows = straightYears(2027, 2029, [0, 100], [200, 300]);
    expect(rows.map(({ expected_mwh }) => expected_mwh)).toEqual(["0", "100", "200"]);
    expect(rows.map(({ expected_t }) => expected_t)).toEqual(["100", "200", "300"]);
    expect(straightYears(2030, 2030, [5, 6], [9, 9])).toHaveLength(1);
  });
});
