// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import { place } from "./place";

test("places of this page are kept", () => {
  for (const path of ["/", "/energy/plans", "/energy/runs/1?tab=dispatch#top"])
    expect(place(path)).toBe(path);
});

test("everything that leads elsewhere is refused, as a browser reads it", () => {
  const elsewhere = [
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "\\/evil.example",
    "javascript:alert(1)",
    "evil.example",
    "",
    undefined,
    7,
    ["/"],
  ];
  for (const value of elsewhere) expect(place(value)).toBeUndefined();
});

test("what is kept stays on this origin", () => {
  const origin = "https://dure.example";
  for (const value of ["/\t/evil.example", "/\n/evil.example", "/.//evil.example", "/%2f/evil.example"]) {
    const kept = place(value);
    if (kept !== undefined) expect(new URL(kept, origin).origin).toBe(origin);
  }
});
