// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import { toCsv } from "./csv";

test("a table's file starts with the mark of UTF-8 and quotes what needs quoting", () => {
  expect(toCsv({ columns: ["기술", "MW"], rows: [['a "b", c', 1.5]] })).toBe(
    '\ufeff기술,MW\r\n"a ""b"", c",1.5\r\n',
  );
});

test("text that a spreadsheet would run as a formula is kept as text, numbers stay numbers", () => {
  const csv = toCsv({ columns: ["a"], rows: [["=1+1"], ["@x"], ["-cmd"], ["-5"], [-5]] });
  expect(csv.split("\r\n").slice(1, 6)).toEqual(["'=1+1", "'@x", "'-cmd", "-5", "-5"]);
});

test("the source goes with the figures", () => {
  const csv = toCsv({ columns: ["a"], rows: [[1]] }, "Source: Dure, run 3");
  expect(csv).toBe('\ufeffa\r\n1\r\n"Source: Dure, run 3"\r\n');
});
