// SPDX-License-Identifier: Apache-2.0
import { Text } from "@mantine/core";
import { useContext } from "react";
import { useTranslation } from "react-i18next";
import { formatInstant } from "../lib/format";
import { useLanguage } from "../shell";
import { ResultsContext } from "./results";

/// Of a run: which one its figures come from, when, in what money, and whether series are synthetic.
export function SourceLine() {
  const { t } = useTranslation();
  const language = useLanguage();
  const results = useContext(ResultsContext);
  if (!results?.run) return null;
  const { run, model } = results;
  const synthetic = model.series?.some(({ origin }) => origin === "synthetic");
  return (
    <Text size="xs" c="dimmed" mt={6}>
      {t("run.source.line", {
        plan: run.plan_name ?? "",
        number: run.number,
        when: formatInstant(run.updated, language),
        currency: model.currency,
        year: model.price_year,
      })}
      {synthetic ? ` ${t("run.source.synthetic")}` : ""}
    </Text>
  );
}
