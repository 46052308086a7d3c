// SPDX-License-Identifier: Apache-2.0
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../../../api/client";
import { Chart } from "../../../components/chart/Chart";
import { useSourceLine } from "../../../components/chart/sourceLine";
import { useChartTheme, useLanguage } from "../../../components/chart/surroundings";
import { base, escapeHtml, tooltip, valueAxis } from "../../../components/chart/theme";
import { currencyWord, formatNumber } from "../../energy/lib/format";

type Curve = Schemas["AbatementCurve"];

interface CustomApi {
  value: (dimension: number) => number;
  coord: (point: [number, number]) => [number, number];
}

/** Each measure a bar: as wide as the tonnes that it saves, as high as a tonne costs. */
export function CurveChart({ curve }: { curve: Curve }) {
  const { t } = useTranslation();
  const theme = useChartTheme();
  const language = useLanguage();
  const { steps, currency, year } = curve;
  const unit = `${currencyWord(currency, language)}/tCO2`;
  const option = useMemo(
    () => ({
      ...base(theme),
      legend: { show: false },
      grid: { left: 12, right: 24, top: 36, bottom: 44, containLabel: true },
      tooltip: {
        ...tooltip(theme),
        trigger: "item",
        formatter: ({ dataIndex }: { dataIndex: number }) => {
          const step = steps[dataIndex];
          if (!step) return "";
          return `<b>${escapeHtml(step.title)}</b><br>${formatNumber(step.cost_per_t, language)} ${unit}<br>${formatNumber(step.co2_saved_t, language)} tCO2 (${year})`;
        },
      },
      xAxis: valueAxis(theme, t("curve.axis_t"), {
        min: 0,
        max: steps.at(-1)?.cumulative_t ?? 1,
        nameLocation: "middle",
        nameGap: 28,
        nameTextStyle: { color: theme.dimmed, fontSize: 12, align: "center" },
      }),
      yAxis: valueAxis(theme, unit),
      series: [
        {
          type: "custom",
          renderItem: (_: unknown, api: CustomApi) => {
            const [left, right, cost] = [api.value(0), api.value(1), api.value(2)];
            const [x1, y1] = api.coord([left, Math.max(0, cost)]);
            const [x2, y2] = api.coord([right, Math.min(0, cost)]);
            return {
              type: "rect",
              shape: { x: x1, y: y1, width: Math.max(1, x2 - x1 - 1), height: Math.max(1, y2 - y1) },
              style: { fill: cost < 0 ? theme.accent : theme.warning, opacity: 0.85 },
            };
          },
          encode: { x: [0, 1], y: 2 },
          data: steps.map((step) => [
            step.cumulative_t - step.co2_saved_t,
            step.cumulative_t,
            step.cost_per_t,
          ]),
        },
      ],
    }),
    [theme, language, steps, unit, year, t],
  );
  const source = useSourceLine()({
    names: steps.map((step) => step.cost_source || t("centre.without_source")),
    fictitious: steps.some(({ fictitious }) => fictitious),
    more: t("curve.basis", {
      year,
      years: curve.price_years.join(", "),
      rate: formatNumber(100 * curve.discount_rate, language),
    }),
  });
  const first = steps[0];
  const last = steps.at(-1);
  const description =
    first && last
      ? t("curve.text", {
          count: steps.length,
          first: first.title,
          low: `${formatNumber(first.cost_per_t, language)} ${unit}`,
          last: last.title,
          high: `${formatNumber(last.cost_per_t, language)} ${unit}`,
          sum: formatNumber(last.cumulative_t, language),
          year,
        })
      : "";
  return (
    <Chart
      title={t("curve.chart", { year })}
      description={description}
      option={option}
      height={380}
      source={source}
      fileName={`abatement-curve-${year}`}
      table={() => ({
        columns: [
          t("measure.field.title"),
          unit,
          t("curve.co2", { year }),
          t("curve.cumulative"),
          t("curve.annual_cost", { currency }),
          t("people.fictitious"),
        ],
        rows: steps.map((step) => [
          step.title,
          step.cost_per_t,
          step.co2_saved_t,
          step.cumulative_t,
          step.annual_cost,
          step.fictitious ? t("people.fictitious") : "",
        ]),
      })}
    />
  );
}
