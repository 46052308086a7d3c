// SPDX-License-Identifier: Apache-2.0
import type { TFunction } from "i18next";
import { ApiError, type Schemas } from "./client";

type Coded = { code: string; params: Record<string, string> };

/** The sentence of a code; `fallback` where messages/ has none. */
export function sentence(t: TFunction, { code, params }: Coded, fallback?: string): string {
  const key = `error.${code}`;
  const text = t(key, { ...params, defaultValue: "" });
  return typeof text === "string" && text !== "" ? text : (fallback ?? t("error.unknown", { code }));
}

export function problemSentence(t: TFunction, error: unknown): string {
  if (error instanceof ApiError) return sentence(t, error.problem, error.problem.title);
  return t("error.page");
}

/** Sentences by the field's path in a form: "/roles/0" becomes "roles.0". */
export function fieldSentences(t: TFunction, errors: Schemas["FieldError"][]): Record<string, string> {
  return Object.fromEntries(
    errors.map((error) => [
      error.pointer
        .slice(1)
        .split("/")
        .map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"))
        .join("."),
      sentence(t, error),
    ]),
  );
}
