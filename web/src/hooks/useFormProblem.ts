// SPDX-License-Identifier: Apache-2.0
import type { UseFormReturnType } from "@mantine/form";
import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../api/client";
import { fieldSentences } from "../api/problems";

/**
 * Puts the fields that the server refused onto the form's own fields, by their pointers, and gives back what is left to say
 * above the form: nothing when every bad field has found its place.
 */
export function useFormProblem<Values extends Record<string, unknown>>(
  form: Pick<UseFormReturnType<Values>, "setErrors" | "values">,
  error: unknown,
): unknown {
  const { t } = useTranslation();
  const { setErrors } = form;
  useEffect(() => {
    if (error instanceof ApiError) setErrors(fieldSentences(t, error.problem.errors));
  }, [error, setErrors, t]);
  if (!(error instanceof ApiError) || error.problem.errors.length === 0) return error;
  const placed = error.problem.errors.every(({ pointer }) => (pointer.split("/")[1] ?? "") in form.values);
  return placed ? null : error;
}
