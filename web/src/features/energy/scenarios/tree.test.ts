// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import { below, treeOf } from "./tree";

const all = [
  { id: "c", parent: "b" },
  { id: "a" },
  { id: "b", parent: "a" },
  { id: "d", parent: "a" },
  { id: "lost", parent: "gone" },
];

test("parents stand before what inherits from them", () => {
  expect(treeOf(all).map(({ one, depth }) => `${one.id}${depth}`)).toEqual(["a0", "b1", "c2", "d1", "lost0"]);
});

test("a scenario may not inherit from what comes from it", () => {
  expect([...below(all, "b")]).toEqual(["b", "c"]);
  expect([...below(all, "lost")]).toEqual(["lost"]);
});
