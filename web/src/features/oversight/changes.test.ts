// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import { changesOf, type Say, valueText } from "./changes";

const say: Say = {
  name: (name, language, primary) => `${name} (${language}${primary ? ", primary" : ""})`,
  field: (field) => `<${field}>`,
  value: (field, text) => (field === "state" ? text.toUpperCase() : text),
};

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
      "names",
      [
        { language: "ko", name: "두레", primary: true },
        { language: "en", name: "Dure", primary: false },
      ],
      say,
    ),
  ).toBe("두레 (ko, primary); Dure (en)");
  expect(valueText("job", { role: "CEO", from: "" }, say)).toBe("<role>: CEO");
  expect(valueText("job", {}, say)).toBeUndefined();
});

test("codes are said in words, and what only counts records is left out", () => {
  expect(changesOf({ state: "draft", version: 1 }, { state: "open", version: 2 }, say)).toEqual([
    { field: "state", before: "DRAFT", after: "OPEN" },
  ]);
  expect(changesOf(undefined, { id: "1", items: [{ id: "2", state: "carried" }] }, say)).toEqual([
    { field: "items", after: "<state>: CARRIED" },
  ]);
});
