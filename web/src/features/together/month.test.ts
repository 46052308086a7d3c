// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import { addDays, addMonths, isMonth, weeksOf } from "./month";

test("weeks begin on Sunday and hold the whole month", () => {
  const weeks = weeksOf("2026-11");
  expect(weeks[0]?.[0]).toBe("2026-11-01");
  expect(weeks.at(-1)?.at(-1)).toBe("2026-12-05");
  expect(weeksOf("2028-02").flat()).toContain("2028-02-29");
  for (const week of weeksOf("2026-08")) expect(week).toHaveLength(7);
});

test("months and days go on over the ends of years", () => {
  expect(addMonths("2026-12", 1)).toBe("2027-01");
  expect(addMonths("2026-01", -1)).toBe("2025-12");
  expect(addDays("2026-12-31", 1)).toBe("2027-01-01");
  expect(["2026-13", "x", "2026-1", "2026-11"].map(isMonth)).toEqual([false, false, false, true]);
});
