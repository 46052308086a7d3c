// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import { type ListColumn, nextSort, shownColumns, switched } from "./columns";

const column = (key: string, more: Partial<ListColumn<string>> = {}): ListColumn<string> => ({
  key,
  label: key,
  cell: () => key,
  ...more,
});
const columns = [column("name", { always: true }), column("kind"), column("note", { first: false })];
const keys = (list: ListColumn<string>[]) => list.map(({ key }) => key);

test("the address chooses the columns, and those that are needed stay", () => {
  expect(keys(shownColumns(columns, undefined))).toEqual(["name", "kind"]);
  expect(keys(shownColumns(columns, "note"))).toEqual(["name", "note"]);
  expect(keys(shownColumns(columns, "none"))).toEqual(["name"]);
});

test("switching back to the usual columns leaves the address clean", () => {
  const usual = shownColumns(columns, undefined);
  expect(switched(columns, usual, "note")).toBe("name,kind,note");
  expect(switched(columns, shownColumns(columns, "name,kind,note"), "note")).toBeUndefined();
});

test("a heading orders up, then down", () => {
  const sort = { up: "name", down: "-name" };
  expect(nextSort(sort, "updated")).toBe("name");
  expect(nextSort(sort, "name")).toBe("-name");
  expect(nextSort(sort, "-name")).toBe("name");
});
