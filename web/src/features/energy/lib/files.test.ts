// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { crc32, zip } from "./zip";

describe("a ZIP file", () => {
  it("has the checksum everyone agrees on", () => {
    expect(crc32(new TextEncoder().encode("123456789"))).toBe(0xcbf43926);
  });
  it("names its files, keeps their bytes and closes with its directory", () => {
    const bytes = zip(
      [
        { name: "model.toml", text: 'name = "대구"\n' },
        { name: "series.csv", text: "a\n1\n" },
      ],
      new Date(2026, 0, 2, 3, 4, 6),
    );
    const view = new DataView(bytes.buffer);
    expect(view.getUint32(0, true)).toBe(0x04034b50);
    const end = bytes.length - 22;
    expect(view.getUint32(end, true)).toBe(0x06054b50);
    expect(view.getUint16(end + 10, true)).toBe(2);
    const directory = view.getUint32(end + 16, true);
    expect(view.getUint32(directory, true)).toBe(0x02014b50);
    expect(directory + view.getUint32(end + 12, true)).toBe(end);
    expect(new TextDecoder().decode(bytes)).toContain('model.tomlname = "대구"');
  });
});
