// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import { lines } from "./download";

test("a source is broken between words, and nothing of it is lost", () => {
  const wide = (text: string) => text.length;
  expect(lines("plan Daegu 2030, run 12, made on 28 November", 20, wide)).toEqual([
    "plan Daegu 2030, run",
    "12, made on 28",
    "November",
  ]);
  expect(lines("", 20, wide)).toEqual([]);
});
