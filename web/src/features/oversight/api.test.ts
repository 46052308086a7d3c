// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import { auditQuery, exportUrl } from "./api";

test("a period of days reaches from the first one's beginning to the last one's end", () => {
  const { from, until } = auditQuery({ from: "2026-11-30", until: "2026-11-30" });
  expect(new Date(until ?? "").getTime() - new Date(from ?? "").getTime()).toBe(86_400_000);
  expect(new Date(from ?? "").getHours()).toBe(0);
});

test("what is no day is no filter", () => {
  expect(auditQuery({ from: "yesterday", until: "2026-1-1", actor: "a" })).toEqual({ actor: "a" });
});

test("a download takes the list's own filter", () => {
  expect(exportUrl({ record_kind: "organisation" }, "csv")).toBe(
    "/api/v1/audit/export?format=csv&record_kind=organisation",
  );
});
