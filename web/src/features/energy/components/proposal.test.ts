// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from "vitest";
import type { Network } from "../api/types";
import { proposalIn } from "./proposal";

const model = {
  limits: [{ name: "cap", kind: "co2_cap", value: 10 }],
  generators: [{ name: "sun", p_nom: { extendable: true, maximum: 5 } }],
} as unknown as Network;

describe("proposalIn", () => {
  test("takes a number for a limit or the bound of a capacity", () => {
    expect(proposalIn({ set: "/limits/0/value", to: 12 }, model)).toEqual({
      pointer: "/limits/0/value",
      value: 12,
    });
    expect(proposalIn({ set: "/generators/0/p_nom/maximum", to: 9 }, model)?.value).toBe(9);
  });

  test.each([
    ["nothing there", { set: "/limits/3/value", to: 12 }],
    ["another place", { set: "/currency", to: 12 }],
    ["no number", { set: "/limits/0/value", to: "many" }],
    ["less than nothing", { set: "/limits/0/value", to: -1 }],
    ["a way out", { set: "/limits/0/value/../../name", to: 1 }],
    ["no place", { to: 1 }],
  ])("refuses %s", (_, search) => {
    expect(proposalIn(search, model)).toBeUndefined();
  });
});
