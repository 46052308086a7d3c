// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import type { Organisation } from "./api";
import { firstChoices, mergedContent, namesOf, unitedNames } from "./merging";

function organisation(more: Partial<Organisation>): Organisation {
  return {
    id: "a",
    name: "두레",
    names: [{ language: "ko", name: "두레", primary: true }],
    kind: "company",
    country: "KR",
    address: "",
    note: "",
    owner: "o",
    owner_name: "O",
    fictitious: false,
    version: 1,
    created: "2026-01-02T00:00:00Z",
    updated: "2026-01-02T00:00:00Z",
    actions: [],
    ...more,
  };
}

const older = organisation({ address: "대구", note: "첫째" });
const newer = organisation({
  id: "b",
  names: [
    { language: "ko", name: "두레", primary: false },
    { language: "en", name: "Dure", primary: true },
  ],
  web: "https://dure.example",
  note: "둘째",
  created: "2026-03-01T00:00:00Z",
});

test("the older record stays and takes what it lacks from the other", () => {
  for (const [one, other] of [
    [older, newer],
    [newer, older],
  ] as const) {
    const content = mergedContent(one, other, firstChoices(one, other));
    expect(content.address).toBe("대구");
    expect(content.web).toBe("https://dure.example");
    expect(content.note).toBe("첫째\n\n둘째");
    expect(content.names).toEqual([
      { language: "ko", name: "두레", primary: true },
      { language: "en", name: "Dure", primary: false },
    ]);
  }
});

test("names are united, each once", () => {
  expect(unitedNames(older, newer).map(({ name }) => name)).toEqual(["두레", "Dure"]);
  expect(namesOf(newer, older)).toEqual({ names: [0, 1], primary: 1 });
});

test("what a person chooses is what is kept", () => {
  const choices = firstChoices(older, newer);
  const content = mergedContent(older, newer, {
    keep: "other",
    fields: { ...choices.fields, note: "other", address: "other", web: "one" },
    names: [1],
    primary: 1,
  });
  expect(content).toEqual({
    names: [{ language: "en", name: "Dure", primary: true }],
    kind: "company",
    country: "KR",
    address: "",
    note: "둘째",
  });
});
