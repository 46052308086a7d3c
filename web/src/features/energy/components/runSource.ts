// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from "react-i18next";
import type { Network, Run } from "../api/types";
import { formatInstant } from "../lib/format";
import { useLanguage } from "../shell";

/** Of a run: which one its figures come from, when, in what money, and whether series are synthetic. */
export function useRunSource(run: Run, model: Network): string {
  const { t } = useTranslation();
  const language = useLanguage();
  const line = t("run.source.line", {
    plan: run.plan_name ?? "",
    number: run.number,
    when: formatInstant(run.updated, language),
    currency: model.currency,
    year: model.price_year,
  });
  const synthetic = model.series?.some(({ origin }) => origin === "synthetic");
  return synthetic ? `${line} ${t("run.source.synthetic")}` : line;
}
