// SPDX-License-Identifier: Apache-2.0
import { expect, test } from "vitest";
import { contentOf, valuesOf } from "./clusterForm";

test("a form sends what was typed and leaves out what was not", () => {
  const content = contentOf({
    ...valuesOf(),
    names: [{ language: "ko", name: "두레", primary: true }],
    web: "dure.example",
    contacts: [{ name: "A. Kim", duty: "", email: " a@dure.example " }],
    agreements: [{ title: "MoU", parties: "Dure, Inc.; REPA ;", signed_on: "" }],
    figures: [{ on: "2026-01-01", members: "20", fte: "", kinds: ["company"] }],
  });
  expect(content.web).toBe("https://dure.example");
  expect(content.contacts).toEqual([{ name: "A. Kim", email: "a@dure.example" }]);
  expect(content.agreements).toEqual([{ title: "MoU", parties: ["Dure, Inc.", "REPA"] }]);
  expect(content.figures).toEqual([{ on: "2026-01-01", members: 20, kinds: ["company"] }]);
  expect(content.note).toBeUndefined();
});
