// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import { instantOf, localTime } from "./time";

test("a field's time and its instant are the same moment", () => {
  const instant = "2026-12-01T01:00:00.000Z";
  expect(instantOf(localTime(instant))).toBe(instant);
});
