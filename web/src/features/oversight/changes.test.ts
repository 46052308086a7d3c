// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import { changesOf, valueText } from "./changes";

const say = (name: string, language: string, primary: boolean) =>
  `${name} (${language}${primary ? ", primary" : ""})`;

test("only what differs is shown, with both sides", () => {
  expect(changesOf({ a: "1", b: "x", c: 2 }, { a: "1", b: "y", d: true }, say)).toEqual([
    { field: "b", before: "x", after: "y" },
    { field: "c", before: "2" },
    { field: "d", after: "true" },
  ]);
});

test("a new record shows what it was made with, without what is empty", () => {
  expect(changesOf(undefined, { name: "A", note: "", list: [] }, say)).toEqual([
    { field: "name", after: "A" },
  ]);
  expect(changesOf(undefined, undefined, say)).toEqual([]);
});

test("names read as names, records as their members", () => {
  expect(
    valueText(
      [
        { language: "ko", name: "두레", primary: true },
        { language: "en", name: "Dure", primary: false },
      ],
      say,
    ),
  ).toBe("두레 (ko, primary); Dure (en)");
  expect(valueText({ role: "CEO", from: "" }, say)).toBe("role: CEO");
  expect(valueText({}, say)).toBeUndefined();
});
