// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import { letters } from "./labels";

test("columns have the letters of a spreadsheet", () => {
  expect([0, 25, 26, 51, 52, 701, 702].map(letters)).toEqual(["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
});
