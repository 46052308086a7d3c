// SPDX-License-Identifier: Apache-2.0
// Membership over time. Each source's figure is a mark of its own: what sources disagree on stands side by side, and no line joins
// figures of different kinds. The register's own count, where there is one, is drawn as steps.
import type { EChartsCoreOption } from "echarts/core";
import {
  base,
  type ChartTheme,
  escapeHtml,
  legend,
  tooltip,
  valueAxis,
} from "../../../components/chart/theme";
import type { Growth, GrowthFact } from "./api";

export interface GrowthNames {
  clusters: string;
  countries: string;
  attendance: string;
  register: string;
  invented: string;
  axis: string;
}

/** A year or a month of it stands at its middle: the source does not say more. */
export function instantOf(time: string): number {
  const [year, month, day] = time.split("-").map(Number);
  if (month === undefined) return Date.UTC(year ?? 0, 6, 1);
  return Date.UTC(year ?? 0, month - 1, day ?? 15);
}

/** The register counts a cluster from the first day of what is known of its joining. */
export function firstInstantOf(time: string): number {
  const [year, month, day] = time.split("-").map(Number);
  return Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1);
}

interface Mark {
  value: [number, number];
  fact: GrowthFact;
}

function marks(facts: GrowthFact[], basis: GrowthFact["basis"], of: "clusters" | "countries"): Mark[] {
  return facts
    .filter((fact) => fact.basis === basis && fact[of] !== undefined)
    .map((fact) => ({ value: [instantOf(fact.time), fact[of] ?? 0], fact }));
}

export function growthOption(input: {
  facts: GrowthFact[];
  growth: Growth;
  names: GrowthNames;
  sentence: (fact: GrowthFact) => string;
  theme: ChartTheme;
  narrow: boolean;
  today: number;
}): EChartsCoreOption {
  const { facts, growth, names, theme, sentence, narrow, today } = input;
  const colours = theme.dark
    ? ["#6ea8fe", "#f0a65b", "#b79cff", "#8a94a3"]
    : ["#1c5a9f", "#b3560c", "#7448b0", "#58616a"];
  const line = (name: string, of: "clusters" | "countries", colour: string | undefined) => ({
    type: "line",
    name,
    data: marks(facts, "membership", of),
    symbol: of === "clusters" ? "circle" : "rect",
    symbolSize: 9,
    lineStyle: { color: colour, width: 2 },
    itemStyle: { color: colour },
    endLabel: {
      show: !narrow,
      formatter: ({ value }: { value: number[] }) => `${value[1]}`,
      color: theme.text,
    },
  });
  const steps = (name: string, of: "clusters" | "fictitious_clusters", type: string) => {
    const points = growth.points
      .filter((point, index) => point[of] > 0 || (growth.points[index - 1]?.[of] ?? 0) > 0)
      .map((point) => [firstInstantOf(point.day), point[of]] as [number, number]);
    const last = points.at(-1);
    return {
      type: "line",
      name,
      step: "end",
      symbol: "none",
      data: last ? [...points, [today, last[1]]] : [],
      lineStyle: { color: colours[3], width: 1.5, type },
      itemStyle: { color: colours[3] },
    };
  };
  const series = [
    line(names.clusters, "clusters", colours[0]),
    line(names.countries, "countries", colours[1]),
    {
      type: "scatter",
      name: names.attendance,
      data: marks(facts, "attendance", "clusters"),
      symbol: "diamond",
      symbolSize: 13,
      itemStyle: { color: "transparent", borderColor: colours[2], borderWidth: 2 },
    },
    steps(names.register, "clusters", "solid"),
    steps(names.invented, "fictitious_clusters", "dashed"),
  ].filter(({ data }) => data.length > 0);
  return {
    ...base(theme),
    legend: { ...legend(theme), data: series.map(({ name }) => name) },
    grid: { left: 8, right: narrow ? 16 : 40, top: 36, bottom: 44, containLabel: true },
    xAxis: {
      type: "time",
      axisLabel: {
        color: theme.dimmed,
        fontSize: 12,
        hideOverlap: true,
        formatter: { year: "{yyyy}", month: "", day: "" },
      },
      minInterval: 365 * 24 * 3600 * 1000,
      axisLine: { lineStyle: { color: theme.line } },
      splitLine: { show: false },
    },
    yAxis: valueAxis(theme, names.axis, { minInterval: 1 }),
    tooltip: {
      ...tooltip(theme),
      trigger: "item",
      formatter: (point: unknown) => {
        const { data, seriesName } = point as { data: Mark | [number, number]; seriesName: string };
        const text = Array.isArray(data) ? String(data[1]) : sentence(data.fact);
        return `<b>${escapeHtml(seriesName)}</b><div style="max-width:320px;white-space:normal">${escapeHtml(text)}</div>`;
      },
    },
    series,
  };
}
