// SPDX-License-Identifier: Apache-2.0
import { renderHook } from "@testing-library/react";
import { expect, it } from "vitest";
import { useContentKey } from "./useContentKey";

it("a key stays while what is sent stays", () => {
  const { result, rerender } = renderHook(() => useContentKey());
  const first = result.current({ name: "a" });
  rerender();
  expect(result.current({ name: "a" })).toBe(first);
  const other = result.current({ name: "b" });
  expect(other).not.toBe(first);
  expect(other.length).toBeGreaterThanOrEqual(8);
});
