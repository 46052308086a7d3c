// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from "react-i18next";
import type { FieldError } from "../api/types";

/// The sentence of an error's code; an unknown code is shown with its code rather than hidden.
export function useErrorText(): (error: Pick<FieldError, "code" | "params">) => string {
  const { t } = useTranslation();
  return ({ code, params }) =>
    t(`error.${code}`, { ...params, defaultValue: t("plan.error.unknown", { code }) });
}
