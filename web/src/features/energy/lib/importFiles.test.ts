// SPDX-License-Identifier: Apache-2.0
import { describe, expect, it } from "vitest";
import { type Chosen, commonFolder, read, select } from "./importFiles";

const file = (path: string, size = 10): Chosen => ({ path, size, text: async () => `text of ${path}` });

describe("dropped files", () => {
  it("with one TOML make a plan of Dure's own format", async () => {
    const chosen = select([
      file("daegu/model.toml"),
      file("daegu/series.csv"),
      file("daegu/notes.pdf"),
      file("daegu/.DS_Store"),
    ]);
    if (!chosen.ok) throw new Error(chosen.code);
    expect(chosen.kind).toBe("toml");
    expect(chosen.ignored).toEqual(["daegu/notes.pdf", "daegu/.DS_Store"]);
    expect((await read(chosen.files)).map(({ name }) => name)).toEqual(["model.toml", "series.csv"]);
  });
  it("with buses.csv make a PyPSA folder", () => {
    expect(select([file("net/buses.csv"), file("net/loads-p_set.csv")])).toMatchObject({
      ok: true,
      kind: "pypsa",
    });
  });
  it.each([
    [[], "none"],
    [[file("readme.md")], "none"],
    [[file("series.csv")], "no_model"],
    [[file("a.toml"), file("b.toml")], "two_models"],
    [Array.from({ length: 201 }, (_, index) => file(index === 0 ? "buses.csv" : `${index}.csv`)), "too_many"],
    [[file("model.toml", 70_000_000)], "too_large"],
  ] as [Chosen[], string][])("that make none are refused with a reason", (files, code) => {
    expect(select(files)).toMatchObject({ ok: false, code });
  });
  it("lose only the folder that all share", () => {
    expect(commonFolder(["a/b/x", "a/c/y"])).toBe("a/");
    expect(commonFolder(["x", "a/y"])).toBe("");
  });
});
