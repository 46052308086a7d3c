// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { extensionOf, refusalOf, sizeText, sorted } from "./rules";
import { base64, metadata } from "./tus";

const limits = { file: 2_000_000, chunk: 100, extensions: ["pdf", "txt"] };

describe("rules of files", () => {
  it("refuses at once what the server would refuse", () => {
    expect(refusalOf({ name: "a.PDF", size: 10 }, limits)).toBeNull();
    expect(refusalOf({ name: "a.exe", size: 10 }, limits)?.code).toBe("files.type_not_allowed");
    expect(refusalOf({ name: "readme", size: 10 }, limits)?.code).toBe("files.name_no_extension");
    expect(refusalOf({ name: "a.txt", size: 0 }, limits)?.code).toBe("files.empty");
    expect(refusalOf({ name: "a.txt", size: 3_000_000 }, limits)?.params).toEqual({ maximum_mb: "2" });
  });

  it("reads sizes and extensions", () => {
    expect(extensionOf("보고서.tar.GZ")).toBe("gz");
    expect(sizeText(999, "en")).toBe("999 byte");
    expect(sizeText(1_234_000, "en")).toBe("1.2 MB");
    expect(sizeText(200_000_000, "en")).toBe("200 MB");
  });

  it("sorts names as people count", () => {
    const items = ["b10", "b9", "a"].map((name, i) => ({ name, size: i, created: `2026-01-0${i + 1}` }));
    expect(sorted(items, "name", "en").map(({ name }) => name)).toEqual(["a", "b9", "b10"]);
    expect(sorted(items, "-created", "en")[0]?.name).toBe("a");
    expect(sorted(items, "-size", "en")[0]?.name).toBe("a");
  });

  it("writes what tus wants", () => {
    expect(base64("두레.pdf")).toBe("65GQ66CILnBkZg==");
    expect(metadata({ filename: "a", description: "" })).toBe("filename YQ==");
  });
});
