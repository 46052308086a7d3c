// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import { deviceOf } from "./agent";

test("a browser is said as a person would", () => {
  const chrome =
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/120.0.0.0 Safari/537.36";
  expect(deviceOf(chrome)).toBe("Chrome · Linux");
  expect(deviceOf(`${chrome.replace("X11; Linux x86_64", "Windows NT 10.0")} Edg/120.0`)).toBe(
    "Edge · Windows",
  );
  expect(deviceOf("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Version/17.0 Safari/604.1")).toBe(
    "Safari · iPhone",
  );
  expect(deviceOf("curl/8.1")).toBe("curl");
  expect(deviceOf("")).toBe("");
});
