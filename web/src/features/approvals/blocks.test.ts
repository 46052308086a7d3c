// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import { blocksOf } from "./blocks";

test("headings, lists and paragraphs are told apart", () => {
  expect(blocksOf("# 목적\n첫 줄\n둘째 줄\n\n다음 문단\n- 하나\n- 둘\n\n- 셋\n#아님")).toEqual([
    { kind: "heading", text: "목적" },
    { kind: "paragraph", text: "첫 줄\n둘째 줄" },
    { kind: "paragraph", text: "다음 문단" },
    { kind: "list", items: ["하나", "둘"] },
    { kind: "list", items: ["셋"] },
    { kind: "paragraph", text: "#아님" },
  ]);
});

test("nothing is nothing, and signs of HTML stay text", () => {
  expect(blocksOf("\r\n \n")).toEqual([]);
  expect(blocksOf("<b>x</b>")).toEqual([{ kind: "paragraph", text: "<b>x</b>" }]);
});
