// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import { rowsOf, sent } from "./rows";

test("what is empty is not sent, and a number that was typed is a number", () => {
  expect(
    sent({ on: " 2026-01-01 ", members: "20", fte: "", kinds: [], source: "  ", done: false }, [
      "members",
      "fte",
    ]),
  ).toEqual({
    on: "2026-01-01",
    members: 20,
    done: false,
  });
});

test("what is no number is sent as one that the server refuses by its place", () => {
  expect(sent({ members: "many" }, ["members"])).toEqual({ members: Number.NaN });
});

test("a record's list becomes rows that can be changed without it", () => {
  const list = [{ name: "A" }];
  const [row] = rowsOf(list);
  if (row) row.name = "B";
  expect(list[0]?.name).toBe("A");
  expect(rowsOf(undefined)).toEqual([]);
});
