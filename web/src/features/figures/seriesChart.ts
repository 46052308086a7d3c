// SPDX-License-Identifier: Apache-2.0
// An indicator over the years: points as they were read, joined only within one source; targets dashed, per baseline.
import type { EChartsCoreOption } from "echarts/core";
import {
  base,
  type ChartTheme,
  escapeHtml,
  tooltip,
  tooltipRow,
  valueAxis,
} from "../../components/chart/theme";
import type { SeriesFigure } from "./api";

const kColours = ["#256ef4", "#e8590c", "#0ca678", "#7950f2", "#c2255c", "#5f3dc4", "#087f5b", "#a61e4d"];

export interface Point {
  figure: SeriesFigure;
  /** The year, months as its fractions. */
  at: number;
  value: number;
}

export interface Line {
  name: string;
  dashed: boolean;
  points: Point[];
}

/** Where a period stands on an axis of years: its middle, a whole year at the year; none for what has no year. */
export function placeOf(period: string): number | undefined {
  if (/^\d{4}$/.test(period)) return Number(period);
  const month = (text: string) => Number(text.slice(0, 4)) + (Number(text.slice(5, 7)) - 1) / 12;
  const part = /^(\d{4})-([QH])(\d)$/.exec(period);
  if (part) {
    const length = part[2] === "Q" ? 0.25 : 0.5;
    return Number(part[1]) + (Number(part[3]) - 0.5) * length - 0.5;
  }
  if (/^\d{4}-\d{2}$/.test(period)) return month(period);
  if (/^\d{4}-\d{2}\/\d{4}-\d{2}$/.test(period)) {
    const [from = "", to = ""] = period.split("/");
    return (month(from) + month(to)) / 2;
  }
  return undefined;
}

/** What can stand in one picture: of a flow whole years alone, unless there are none. */
export function drawable(figures: SeriesFigure[], flow: boolean): SeriesFigure[] {
  const placed = figures.filter((one) => placeOf(one.period) !== undefined && one.shown_value !== undefined);
  if (!flow) return placed;
  const years = placed.filter(({ period }) => /^\d{4}$/.test(period));
  return years.length > 0 ? years : placed;
}

/** Points of one source and basis are joined; a baseline's value begins the line of its targets. */
export function linesOf(figures: SeriesFigure[], name: (one: SeriesFigure) => string): Line[] {
  const lines = new Map<string, Line>();
  const add = (key: string, label: string, dashed: boolean, figure: SeriesFigure) => {
    const line = lines.get(key) ?? { name: label, dashed, points: [] };
    line.points.push({ figure, at: placeOf(figure.period) ?? 0, value: figure.shown_value ?? 0 });
    lines.set(key, line);
  };
  const targets = figures.filter(({ kind }) => kind === "target");
  for (const one of figures) {
    const series = [one.region, one.sector, one.item].join("|");
    if (one.kind === "target" || one.kind === "baseline") {
      const label = name(
        one.kind === "baseline" ? (targets.find((target) => target.baseline === one.baseline) ?? one) : one,
      );
      add([series, "target", one.baseline].join("|"), label, true, one);
    } else {
      add([series, one.kind, one.source, one.basis_ko].join("|"), name(one), one.kind !== "actual", one);
    }
  }
  for (const line of lines.values()) line.points.sort((a, b) => a.at - b.at);
  return [...lines.values()];
}

export function seriesOption(
  lines: Line[],
  wording: { unit: string; value: (one: SeriesFigure) => string; source: (one: SeriesFigure) => string },
  theme: ChartTheme,
  narrow: boolean,
): EChartsCoreOption {
  const names = [...new Set(lines.map(({ name }) => name))];
  const colour = (name: string) => kColours[names.indexOf(name) % kColours.length] ?? theme.accent;
  return {
    ...base(theme),
    grid: { left: narrow ? 52 : 64, right: 24, top: 34, bottom: names.length > 1 ? 64 : 36 },
    tooltip: {
      ...tooltip(theme),
      trigger: "item",
      formatter: (point: unknown) => {
        const { data, seriesName } = point as { data: { figure: SeriesFigure }; seriesName: string };
        const one = data.figure;
        return `${tooltipRow(colour(seriesName), `${seriesName} ${one.period}`, wording.value(one))}<div style="max-width:320px;white-space:normal">${escapeHtml(wording.source(one))}</div>`;
      },
    },
    xAxis: {
      type: "value",
      min: "dataMin",
      max: "dataMax",
      minInterval: 1,
      axisLabel: {
        color: theme.text,
        fontSize: 13,
        hideOverlap: true,
        formatter: (year: number) => (Number.isInteger(year) ? String(year) : ""),
      },
      axisLine: { lineStyle: { color: theme.line } },
      splitLine: { show: false },
    },
    yAxis: valueAxis(theme, wording.unit, { scale: false }),
    series: lines.map(({ name, dashed, points }) => ({
      name,
      type: "line",
      color: colour(name),
      symbol: dashed ? "emptyCircle" : "circle",
      symbolSize: 10,
      lineStyle: { type: dashed ? "dashed" : "solid", width: 2 },
      data: points.map(({ figure, at, value }) => ({ value: [at, value], figure })),
    })),
  };
}
