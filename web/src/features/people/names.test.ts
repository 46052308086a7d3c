// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import { countryChoices, countryName, languageName } from "./countries";
import { nameFor, withoutName, withPrimary } from "./names";

const names = [
  { language: "ko", name: "두레시험", primary: true },
  { language: "en-GB", name: "Dure Test", primary: false },
];

test("a reader gets the name in their language beside the primary one", () => {
  expect(nameFor(names, "en")).toBe("Dure Test");
  expect(nameFor(names, "ko")).toBeUndefined();
  expect(nameFor([], "ko")).toBeUndefined();
});

test("one name is primary, whatever is taken away", () => {
  expect(withPrimary(names, 1).map((one) => one.primary)).toEqual([false, true]);
  expect(withoutName(names, 0)).toEqual([{ language: "en-GB", name: "Dure Test", primary: true }]);
  expect(withoutName(names, 1)).toEqual([names[0]]);
});

test("countries have names, Korea stands first", () => {
  expect(countryName("KR", "en")).toBe("South Korea");
  expect(languageName("de", "en")).toBe("German");
  expect(languageName("-", "en")).toBe("-");
  const choices = countryChoices("en");
  expect(choices).toHaveLength(249);
  expect(choices[0]?.value).toBe("KR");
  expect(choices[1]?.label).toBe("Afghanistan");
});
