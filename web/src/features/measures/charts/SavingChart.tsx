// SPDX-License-Identifier: Apache-2.0
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Chart } from "../../../components/chart/Chart";
import { useSourceLine } from "../../../components/chart/sourceLine";
import { useChartTheme, useLanguage } from "../../../components/chart/surroundings";
import { base, categoryAxis, tooltip, valueAxis } from "../../../components/chart/theme";
import { formatNumber } from "../../energy/lib/format";
import type { Measure } from "../api";

/** Expected and reported CO2 of each year. */
export function SavingChart({ measure }: { measure: Measure }) {
  const { t } = useTranslation();
  const theme = useChartTheme();
  const language = useLanguage();
  const { years } = measure;
  const expected = t("measure.field.expected_t");
  const actual = t("measure.field.actual_t");
  const option = useMemo(
    () => ({
      ...base(theme),
      grid: { left: 8, right: 8, top: 32, bottom: 44, containLabel: true },
      tooltip: {
        ...tooltip(theme),
        trigger: "axis",
        valueFormatter: (value: unknown) =>
          typeof value === "number" ? `${formatNumber(value, language)} tCO2` : "–",
      },
      xAxis: categoryAxis(
        theme,
        years.map(({ year }) => String(year)),
      ),
      yAxis: valueAxis(theme, "tCO2"),
      series: [
        {
          name: expected,
          type: "bar",
          barMaxWidth: 28,
          itemStyle: { color: theme.accentSoft },
          data: years.map(({ expected_t }) => expected_t),
        },
        {
          name: actual,
          type: "bar",
          barMaxWidth: 28,
          itemStyle: { color: theme.accent },
          data: years.map(({ actual_t }) => actual_t ?? null),
        },
      ],
    }),
    [theme, language, years, expected, actual],
  );
  const source = useSourceLine()({
    names: [
      t("measure.chart.source", { title: measure.title }),
      measure.method_source || t("centre.without_source"),
      ...years.map(({ actual_source }) => actual_source),
    ],
    when: measure.updated,
    fictitious: measure.fictitious,
  });
  const last = years.findLast(({ actual_t }) => actual_t !== undefined);
  const description = last
    ? t("measure.chart.text", {
        year: last.year,
        expected: formatNumber(last.expected_t, language),
        actual: formatNumber(last.actual_t, language),
      })
    : t("measure.chart.text_none", { from: years[0]?.year, to: years.at(-1)?.year });
  return (
    <Chart
      title={t("measure.chart.title")}
      description={description}
      option={option}
      height={280}
      source={source}
      fileName="measure-savings"
      table={() => ({
        columns: [
          t("measure.field.year"),
          expected,
          actual,
          t("measure.field.expected_mwh"),
          t("measure.field.actual_mwh"),
        ],
        rows: years.map((one) => [
          one.year,
          one.expected_t,
          one.actual_t ?? "",
          one.expected_mwh,
          one.actual_mwh ?? "",
        ]),
      })}
    />
  );
}
