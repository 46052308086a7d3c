// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import { dayEnd, dayOf, dayStart, lastDay } from "./period";

test("a period of days covers its last day whole", () => {
  expect(new Date(dayEnd("2026-12-31")).getTime() - new Date(dayStart("2026-12-31")).getTime()).toBe(
    86_400_000,
  );
  expect(dayEnd("2026-12-31")).toBe(dayStart("2027-01-01"));
  expect(dayOf(new Date(dayStart("2026-02-01")))).toBe("2026-02-01");
});

test("the last day is said as a person gave it", () => {
  expect(lastDay(dayEnd("2026-12-31"), "en")).toBe("31 Dec 2026");
  expect(lastDay(dayEnd("2026-12-31"), "ko")).toContain("31");
});
