// SPDX-License-Identifier: Apache-2.0
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Chart } from "../../../components/chart/Chart";
import { useSourceLine } from "../../../components/chart/sourceLine";
import { useChartTheme, useLanguage } from "../../../components/chart/surroundings";
import { base, type ChartTheme, categoryAxis, tooltip, valueAxis } from "../../../components/chart/theme";
import { formatNumber } from "../../energy/lib/format";
import type { ByMethod, Forecast, SectorResult } from "./api";

const colourOf = (theme: ChartTheme, method: ByMethod["method"]) =>
  method === "trend" ? theme.accent : method === "drivers" ? "#0f9d8a" : "#b06d00";
const dashOf = (method: ByMethod["method"]) =>
  method === "trend" ? "solid" : method === "drivers" ? "dashed" : "dotted";

/** What was, and what each method says comes, with its interval as a band. */
export function ForecastChart({
  sector,
  level,
  name,
  forecast,
}: {
  sector: SectorResult;
  level: number;
  name: string;
  forecast: Pick<Forecast, "fictitious" | "assumptions">;
}) {
  const { t } = useTranslation();
  const theme = useChartTheme();
  const language = useLanguage();
  const { history, methods, unit } = sector;
  const computed = useMemo(() => methods.filter(({ years }) => years.length > 0), [methods]);
  const years = useMemo(() => {
    const all = new Set(history.map(({ year }) => year));
    for (const { years: ahead } of computed) for (const { year } of ahead) all.add(year);
    const sorted = [...all].sort((a, b) => a - b);
    const [first = 0, last = 0] = [sorted[0], sorted.at(-1)];
    return Array.from({ length: last - first + 1 }, (_, at) => first + at);
  }, [history, computed]);
  const option = useMemo(() => {
    const on = (list: { year: number }[], pick: (index: number) => number | undefined) =>
      years.map((year) => {
        const index = list.findIndex((one) => one.year === year);
        return index < 0 ? null : (pick(index) ?? null);
      });
    const band = ({ method, years: ahead }: ByMethod) => {
      const shared = {
        type: "line",
        symbol: "none",
        stack: `band-${method}`,
        lineStyle: { opacity: 0 },
        silent: true,
      };
      return [
        { ...shared, name: `${method}-low`, data: on(ahead, (at) => ahead[at]?.low) },
        {
          ...shared,
          name: `${method}-band`,
          areaStyle: { color: colourOf(theme, method), opacity: 0.14 },
          data: on(ahead, (at) => {
            const one = ahead[at];
            return one?.low === undefined || one.high === undefined ? undefined : one.high - one.low;
          }),
        },
      ];
    };
    const names = [t("forecast.history"), ...computed.map(({ method }) => t(`forecast.method.${method}`))];
    return {
      ...base(theme),
      grid: { left: 8, right: 16, top: 32, bottom: 56, containLabel: true },
      legend: { ...(base(theme).legend as object), data: names },
      tooltip: {
        ...tooltip(theme),
        trigger: "axis",
        formatter: (
          points: { seriesName: string; value: number | null; axisValue: string; marker: string }[],
        ) =>
          `${points[0]?.axisValue ?? ""}${points
            .filter(({ seriesName, value }) => names.includes(seriesName) && value !== null)
            .map(
              ({ seriesName, value, marker }) =>
                `<br>${marker}${seriesName}: ${formatNumber(value, language)} ${unit}`,
            )
            .join("")}`,
      },
      xAxis: categoryAxis(theme, years.map(String)),
      yAxis: valueAxis(theme, unit, { scale: true }),
      series: [
        ...computed.flatMap(band),
        {
          name: names[0],
          type: "line",
          connectNulls: false,
          symbolSize: 8,
          lineStyle: { color: theme.text, width: 2 },
          itemStyle: { color: theme.text },
          data: on(history, (at) => history[at]?.value),
        },
        ...computed.map(({ method, years: ahead }, at) => ({
          name: names[at + 1],
          type: "line",
          symbol: "none",
          lineStyle: { color: colourOf(theme, method), width: 3, type: dashOf(method) },
          itemStyle: { color: colourOf(theme, method) },
          data: on(ahead, (index) => ahead[index]?.value),
        })),
      ],
    };
  }, [theme, language, years, history, computed, unit, t]);
  const source = useSourceLine()({
    names: [
      ...history.map((one) => one.source),
      ...forecast.assumptions.map((one) => one.source || t("centre.without_source")),
    ],
    fictitious: forecast.fictitious,
  });
  const description = computed
    .map(({ method, years: ahead }) => {
      const last = ahead.at(-1);
      return last
        ? t("forecast.text", {
            method: t(`forecast.method.${method}`),
            year: last.year,
            value: `${formatNumber(last.value, language)} ${unit}`,
          })
        : "";
    })
    .join(" ");
  return (
    <Chart
      title={t("forecast.chart", { sector: name })}
      description={description}
      option={option}
      height={340}
      source={source}
      fileName="forecast"
      table={() => ({
        columns: [
          t("measure.field.year"),
          `${t("forecast.history")} (${unit})`,
          ...computed.flatMap(({ method }) => [
            `${t(`forecast.method.${method}`)} (${unit})`,
            t("forecast.low", { level }),
            t("forecast.high", { level }),
          ]),
        ],
        rows: years.map((year) => [
          year,
          history.find((one) => one.year === year)?.value ?? "",
          ...computed.flatMap(({ years: ahead }) => {
            const one = ahead.find((each) => each.year === year);
            return [one?.value ?? "", one?.low ?? "", one?.high ?? ""];
          }),
        ]),
      })}
    />
  );
}
