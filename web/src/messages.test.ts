// SPDX-License-Identifier: Apache-2.0
import fs from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import en from "../../messages/en.json";
import ko from "../../messages/ko.json";

type Tree = { [key: string]: string | Tree };

function sentences(tree: Tree, at = ""): Map<string, string> {
  const found = new Map<string, string>();
  for (const [name, value] of Object.entries(tree)) {
    const key = at ? `${at}.${name}` : name;
    if (typeof value === "string") found.set(key, value);
    else for (const [inner, text] of sentences(value, key)) found.set(inner, text);
  }
  return found;
}

const korean = sentences(ko as Tree);
const english = sentences(en as Tree);
const placeholders = (text = "") => [...text.matchAll(/{{\s*(\w+)/g)].map(([, name]) => name).sort();

test("both languages have the same sentences with the same placeholders", () => {
  expect([...korean.keys()].sort()).toEqual([...english.keys()].sort());
  for (const [key, text] of korean)
    expect([key, placeholders(text)]).toEqual([key, placeholders(english.get(key))]);
});

test("every sentence that the page names by its key is there", () => {
  const source = path.resolve(import.meta.dirname);
  const files = fs
    .readdirSync(source, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.|schema\.d\.ts/.test(file));
  const known = (key: string) => korean.has(key) || korean.has(`${key}_other`);
  const missing = files.flatMap((file) =>
    [...fs.readFileSync(path.join(source, file), "utf8").matchAll(/\bt\(\s*"([a-z0-9_.]+)"/g)]
      .map(([, key]) => key ?? "")
      .filter((key) => !known(key))
      .map((key) => `${file}: ${key}`),
  );
  expect(missing).toEqual([]);
});
