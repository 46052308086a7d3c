// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import { queryOf, searchOf } from "./views";

test("a view keeps the address whatever the order of its members", () => {
  expect(queryOf({ sort: "-name", q: "두레", kind: undefined })).toBe(queryOf({ q: "두레", sort: "-name" }));
  expect(searchOf(queryOf({ q: "두레", deleted: true }))).toEqual({ q: "두레", deleted: true });
  expect(searchOf("{")).toEqual({});
});
