// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import { listed, stepped } from "./values";

test("ten values from a cap down to nothing", () => {
  const values = stepped(4_500_000, 0, 10);
  expect(values).toHaveLength(10);
  expect(values[0]).toBe(4_500_000);
  expect(values[3]).toBe(3_000_000);
  expect(values[9]).toBe(0);
});

test("a list may have commas, blanks and powers; what is no number is none", () => {
  expect(listed("4.5e6, 3e6;0 1")).toEqual([4.5e6, 3e6, 0, 1]);
  expect(listed("1, two")).toBeUndefined();
  expect(listed(" ")).toBeUndefined();
});
