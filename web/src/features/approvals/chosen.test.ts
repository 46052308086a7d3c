// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import { choicesOf, stepsOf, withStep } from "./chosen";

const kim = { account: "k", name: "Kim", roles: [] };
const lee = { account: "l", name: "Lee", roles: [] };
const route = {
  line: "1",
  name: "Line",
  basis: "",
  delegated: false,
  fictitious: false,
  steps: [
    { task: "review" as const, title: "Team", days: 2, people: [kim, lee] },
    { task: "approval" as const, title: "Head", days: 2, people: [lee] },
  ],
};

test("a step that only one person may take is filled", () => {
  expect(choicesOf(route).map(({ account }) => account)).toEqual(["", "l"]);
});

test("a further step stands before the one that decides", () => {
  const more = withStep(choicesOf(route), "agreement");
  expect(more.map(({ task }) => task)).toEqual(["review", "agreement", "approval"]);
  expect(stepsOf(more)[1]).toEqual({ task: "agreement", account: "" });
});
