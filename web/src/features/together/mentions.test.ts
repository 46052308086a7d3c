// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import { parts, stillThere, typedMention, withMention } from "./mentions";

test("a name is being typed behind an @ that begins a word", () => {
  expect(typedMention("@김", 2)).toEqual({ at: 0, part: "김" });
  expect(typedMention("봐 주세요 @Lee M", 12)).toEqual({ at: 6, part: "Lee M" });
  expect(typedMention("mail@firm", 9)).toBeUndefined();
  expect(typedMention("@Lee, ", 6)).toBeUndefined();
  expect(typedMention("no", 2)).toBeUndefined();
  expect(typedMention("@", 1)).toEqual({ at: 0, part: "" });
});

test("a chosen name takes the place of what was typed", () => {
  expect(withMention("hi @Le there", 6, 3, "Lee")).toEqual({ text: "hi @Lee there", caret: 8 });
  expect(withMention("@", 1, 0, "김두레")).toEqual({ text: "@김두레 ", caret: 5 });
});

test("whoever's name was taken out is mentioned no more", () => {
  const people = [{ name: "Kim" }, { name: "Lee" }];
  expect(stillThere("@Lee only", people)).toEqual([{ name: "Lee" }]);
});

test("mentions are marked, the longest name first, and nothing is lost", () => {
  expect(parts("@Kim Min and @Kim", ["Kim", "Kim Min"])).toEqual([
    { text: "@Kim Min", mention: true, from: 0 },
    { text: " and ", mention: false, from: 8 },
    { text: "@Kim", mention: true, from: 13 },
  ]);
  expect(
    parts("<b>@x</b>", [])
      .map(({ text }) => text)
      .join(""),
  ).toBe("<b>@x</b>");
});
