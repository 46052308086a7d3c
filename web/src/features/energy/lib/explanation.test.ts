// SPDX-License-Identifier: Apache-2.0
import { describe, expect, test } from "vitest";
import type { ConflictPart, Network } from "../api/types";
import { relaxedRound, samePlace } from "./explanation";

describe("relaxedRound", () => {
  test.each([
    [200, 280.00028, 281],
    [200, 278.9, 279],
    [0.6, 0.2999997, 0.299],
    [30, 50.00005, 50.1],
    [4_500_000, 4_712_345, 4_720_000],
    [5, 0, 0],
  ])("from %d, %d becomes %d", (bound, relaxed, expected) => {
    expect(relaxedRound(bound, relaxed)).toBeCloseTo(expected, 9);
  });
});

describe("samePlace", () => {
  const part = (pointer: string, kind: ConflictPart["kind"]) => ({ pointer, kind }) as ConflictPart;
  const before = {
    limits: [{ name: "cap", value: 1 }],
    generators: [{ name: "sun", p_nom: { maximum: 5 } }],
  } as unknown as Network;
  const after = {
    limits: [
      { name: "new", value: 3 },
      { name: "cap", value: 2 },
    ],
    generators: [{ name: "sun", p_nom: {} }],
  } as unknown as Network;

  test("finds a limit where it stands now", () => {
    expect(samePlace(part("/limits/0", "limit"), before, after)).toBe("/limits/1/value");
  });

  test("finds nothing where the bound is gone", () => {
    expect(samePlace(part("/generators/0/p_nom/maximum", "maximum"), before, after)).toBeUndefined();
    expect(samePlace(part("/generators/0/p_nom/maximum", "maximum"), before, before)).toBe(
      "/generators/0/p_nom/maximum",
    );
  });
});
