// SPDX-License-Identifier: Apache-2.0
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../../../api/client";
import { Chart } from "../../../components/chart/Chart";
import { useSourceLine } from "../../../components/chart/sourceLine";
import { useChartTheme, useLanguage } from "../../../components/chart/surroundings";
import { base, categoryAxis, tooltip, valueAxis } from "../../../components/chart/theme";
import { formatNumber } from "../../energy/lib/format";

type Gap = Schemas["Gap"];

/** Told apart in grey too: each third lighter than the one before. */
const kColours = ["#256ef4", "#0f9d8a", "#8a5cd6", "#d9822b", "#3aa6dd", "#6b8e23", "#c2417c", "#7a6a53"];

/** What is left of the emissions when the measures are taken off, year by year, and the path to the target. */
export function GapChart({ gap }: { gap: Gap }) {
  const { t } = useTranslation();
  const theme = useChartTheme();
  const language = useLanguage();
  const { years, measures } = gap;
  const option = useMemo(() => {
    const area = (name: string, colour: string, data: number[], opacity = 0.85) => ({
      name,
      type: "line",
      stack: "emissions",
      symbol: "none",
      lineStyle: { width: 0 },
      areaStyle: { color: colour, opacity },
      itemStyle: { color: colour },
      data,
    });
    return {
      ...base(theme),
      grid: { left: 8, right: 16, top: 32, bottom: 64, containLabel: true },
      tooltip: {
        ...tooltip(theme),
        trigger: "axis",
        valueFormatter: (value: unknown) =>
          typeof value === "number" ? `${formatNumber(value, language)} MtCO2e` : "–",
      },
      xAxis: categoryAxis(
        theme,
        years.map(({ year }) => String(year)),
        { boundaryGap: false },
      ),
      yAxis: valueAxis(theme, "MtCO2e", { min: 0 }),
      series: [
        area(
          t("gap.remaining"),
          theme.line,
          years.map(({ reference_t, total_t }) => Math.max(0, reference_t - total_t) / 1e6),
          1,
        ),
        ...measures.map(({ title }, at) =>
          area(
            title,
            kColours[at % kColours.length] as string,
            years.map(({ saved_t }) => Math.max(0, saved_t[at] ?? 0) / 1e6),
          ),
        ),
        {
          name: t("gap.target"),
          type: "line",
          symbol: "none",
          lineStyle: { color: theme.warning, width: 3, type: "dashed" },
          itemStyle: { color: theme.warning },
          data: years.map(({ target_t }) => target_t / 1e6),
        },
      ],
    };
  }, [theme, language, years, measures, t]);
  const source = useSourceLine()({
    names: [gap.baseline.point, ...gap.targets].map((point) => point.source),
    fictitious: measures.some(({ fictitious }) => fictitious),
    more: t("gap.basis", { year: gap.baseline.point.year }),
  });
  const at = years.find(({ year }) => year === 2030) ?? years.at(-1);
  return (
    <Chart
      title={t("gap.chart")}
      description={
        at
          ? t("gap.text", {
              year: at.year,
              needed: formatNumber(at.needed_t / 1e6, language),
              total: formatNumber(at.total_t / 1e6, language),
              percent: formatNumber(at.closed_percent, language, 3),
              left: formatNumber(at.left_t / 1e6, language),
            })
          : ""
      }
      option={option}
      height={420}
      source={source}
      fileName="gap-to-target"
      table={() => ({
        columns: [
          t("measure.field.year"),
          `${t("gap.reference")} (tCO2e)`,
          `${t("gap.target")} (tCO2e)`,
          `${t("gap.needed")} (tCO2e)`,
          ...measures.map(({ title }) => `${title} (tCO2)`),
          `${t("gap.total")} (tCO2)`,
          `${t("gap.without_overlap")} (tCO2)`,
          `${t("gap.left")} (tCO2e)`,
          `${t("gap.closed")} (%)`,
        ],
        rows: years.map((one) => [
          one.year,
          one.reference_t,
          one.target_t,
          one.needed_t,
          ...one.saved_t,
          one.total_t,
          one.without_overlap_t,
          one.left_t,
          one.closed_percent,
        ]),
      })}
    />
  );
}
