// SPDX-License-Identifier: Apache-2.0
import { renderHook } from "@testing-library/react";
import { beforeAll, expect, test } from "vitest";
import { startI18n } from "../../i18n";
import { type SourceParts, useSourceLine } from "./sourceLine";

beforeAll(() => startI18n("en"));

const when = "2026-11-28T03:00:00Z";
const line = (parts: SourceParts) => renderHook(() => useSourceLine()).result.current({ when, ...parts });

test("a source line names each source once, and the day", () => {
  expect(line({ names: ["KOSIS 2024", "", "KOSIS 2024", undefined, "Daegu 2023"] })).toBe(
    "Source: KOSIS 2024, Daegu 2023 · Dure, 28 Nov 2026",
  );
  expect(line({ names: [] })).toBe("Source: Dure, 28 Nov 2026");
});

test("it says what is made up, and what one must know besides", () => {
  expect(line({ names: ["A"], fictitious: true, more: "price years 2020" })).toBe(
    "Source: A · Dure, 28 Nov 2026 · contains fictitious figures of the example · price years 2020",
  );
});

test("more than six sources are counted", () => {
  expect(line({ names: [..."ABCDEFGH"] })).toBe("Source: A, B, C, D, E, F and 2 more · Dure, 28 Nov 2026");
});
