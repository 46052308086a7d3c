// SPDX-License-Identifier: Apache-2.0
import i18next from "i18next";
import { beforeAll, expect, test } from "vitest";
import { startI18n } from "../i18n";
import { ApiError } from "./client";
import { fieldSentences, problemSentence, sentence } from "./problems";

const problem = (code: string, title = "") =>
  new ApiError({ type: "", title, status: 422, code, params: {}, errors: [], request_id: "" });

beforeAll(() => startI18n("en"));

test("a code becomes its sentence with its parameters", () => {
  const text = sentence(i18next.t, { code: "json.too_short", params: { minimum: "12", found: "3" } });
  expect(text).toBe("At least 12 characters; there are 3.");
});

test("a code without a sentence falls back to the server's title, then to its own name", () => {
  expect(problemSentence(i18next.t, problem("no.such", "From the server"))).toBe("From the server");
  expect(sentence(i18next.t, { code: "no.such", params: {} })).toContain("no.such");
});

test("a lost connection says what to do", () => {
  expect(problemSentence(i18next.t, problem("offline"))).toContain("network");
});

test("pointers become the form's paths, escapes undone", () => {
  const error = { code: "json.missing", params: { name: "x" } };
  const fields = fieldSentences(i18next.t, [
    { pointer: "/name", ...error },
    { pointer: "/roles/0", ...error },
    { pointer: "/a~1b", ...error },
  ]);
  expect(Object.keys(fields)).toEqual(["name", "roles.0", "a/b"]);
});
