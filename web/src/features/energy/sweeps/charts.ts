// SPDX-License-Identifier: Apache-2.0
// Cost against CO2 along a sweep, and what each assumption moves by itself.

import type { EChartsCoreOption } from "echarts/core";
import {
  base,
  type ChartTheme,
  categoryAxis,
  escapeHtml,
  legend,
  tooltip,
  tooltipRow,
  valueAxis,
} from "../../../components/chart/theme";
import { kRamp } from "../charts/curves";

export interface Line {
  name: string;
  colour: string;
  points: { x: number; y: number; number: number; title: string }[];
}

export interface ParetoWords {
  x: string;
  y: string;
  axisX: (value: number) => string;
  axisY: (value: number) => string;
  textX: (value: number) => string;
  textY: (value: number) => string;
}

interface Shown {
  seriesIndex: number;
  dataIndex: number;
}

export function paretoOption(
  lines: Line[],
  chosen: number | undefined,
  words: ParetoWords,
  theme: ChartTheme,
  narrow: boolean,
): EChartsCoreOption {
  return {
    ...base(theme),
    legend: lines.length > 1 ? { ...legend(theme), data: lines.map(({ name }) => name) } : { show: false },
    grid: {
      left: 8,
      right: narrow ? 20 : 32,
      top: 36,
      bottom: lines.length > 1 ? 64 : 36,
      containLabel: true,
    },
    xAxis: valueAxis(theme, words.x, {
      nameLocation: "middle",
      nameGap: 28,
      nameTextStyle: { color: theme.dimmed, fontSize: 12 },
      splitNumber: narrow ? 3 : 6,
      scale: true,
      axisLabel: { color: theme.dimmed, fontSize: 12, hideOverlap: true, formatter: words.axisX },
    }),
    yAxis: valueAxis(theme, words.y, {
      scale: true,
      axisLabel: { color: theme.dimmed, fontSize: 12, hideOverlap: true, formatter: words.axisY },
    }),
    tooltip: {
      ...tooltip(theme),
      trigger: "item",
      formatter: (point: unknown) => {
        const { seriesIndex, dataIndex } = point as Shown;
        const at = lines[seriesIndex]?.points[dataIndex];
        if (!at) return "";
        const colour = lines[seriesIndex]?.colour ?? theme.accent;
        return `<div style="font-weight:600;margin-bottom:4px">${escapeHtml(at.title)}</div>${tooltipRow(colour, words.x, words.textX(at.x))}${tooltipRow("transparent", words.y, words.textY(at.y))}`;
      },
    },
    series: lines.map(({ name, colour, points }) => ({
      type: "line",
      name,
      lineStyle: { color: colour, width: 2 },
      itemStyle: { color: colour },
      symbol: "circle",
      cursor: "pointer",
      data: points.map(({ x, y, number }) => ({
        value: [x, y],
        symbolSize: number === chosen ? 16 : 9,
        itemStyle:
          number === chosen ? { color: colour, borderColor: theme.text, borderWidth: 2 } : { color: colour },
      })),
    })),
  };
}

export interface Surface {
  xName: string;
  yName: string;
  xs: string[];
  ys: string[];
  /** By number of the point; none where no plan keeps the limits. */
  cells: { x: number; y: number; number: number; value: number | undefined }[];
}

/** One figure over two parameters: the first to the right, the second upwards. */
export function surfaceOption(
  surface: Surface,
  chosen: number | undefined,
  words: { none: string; text: (value: number) => string },
  theme: ChartTheme,
  narrow: boolean,
): EChartsCoreOption {
  const { xs, ys, cells } = surface;
  const known = cells.flatMap(({ value }) => (value === undefined ? [] : [value]));
  const least = Math.min(...known);
  const most = Math.max(...known);
  const named = (name: string, place: "middle" | "end") => ({
    name,
    nameLocation: place,
    nameGap: place === "middle" ? 30 : 12,
    nameTextStyle: { color: theme.dimmed, fontSize: 12, align: place === "middle" ? "center" : "left" },
    axisLabel: { color: theme.dimmed, fontSize: 12, hideOverlap: true },
    axisTick: { show: false },
    splitArea: { show: false },
  });
  return {
    ...base(theme),
    legend: { show: false },
    grid: { left: 8, right: 12, top: 34, bottom: 78, containLabel: true },
    xAxis: categoryAxis(theme, xs, named(surface.xName, "middle")),
    yAxis: categoryAxis(theme, ys, named(surface.yName, "end")),
    visualMap: {
      type: "continuous",
      dimension: 2,
      min: least,
      max: most > least ? most : least + 1,
      calculable: false,
      orient: "horizontal",
      left: "center",
      bottom: 0,
      itemWidth: 12,
      itemHeight: 130,
      textStyle: { color: theme.dimmed, fontSize: 12 },
      text: [words.text(most), words.text(least)],
      inRange: { color: theme.dark ? kRamp.dark : kRamp.light },
    },
    tooltip: {
      ...tooltip(theme),
      trigger: "item",
      formatter: (point: unknown) => {
        const cell = cells[(point as { dataIndex: number }).dataIndex];
        if (!cell) return "";
        return `${tooltipRow("transparent", surface.xName, xs[cell.x] ?? "")}${tooltipRow("transparent", surface.yName, ys[cell.y] ?? "")}<div style="font-weight:600;margin-top:4px">${escapeHtml(cell.value === undefined ? words.none : words.text(cell.value))}</div>`;
      },
    },
    series: [
      {
        type: "heatmap",
        animation: false,
        cursor: "pointer",
        label: {
          show: xs.length <= (narrow ? 2 : 10) && ys.length <= 20,
          fontSize: 12,
          formatter: ({ dataIndex }: { dataIndex: number }) => {
            const value = cells[dataIndex]?.value;
            return value === undefined ? "" : words.text(value);
          },
        },
        data: cells.map(({ x, y, number, value }) => {
          // Dark cells are written on in light letters and the other way round, in the dark theme as well.
          const deep = value !== undefined && (value - least) / (most - least || 1) > 0.5;
          return {
            value: [x, y, value ?? "-"],
            label: { color: deep === theme.dark ? "#0c1a2b" : "#ffffff" },
            itemStyle: {
              borderColor: number === chosen ? theme.text : theme.surface,
              borderWidth: number === chosen ? 3 : 1,
            },
          };
        }),
      },
    ],
  };
}

export interface Swing {
  name: string;
  /** What the low and the high move, from the plan as it stands; none: not solved. */
  low: number | undefined;
  high: number | undefined;
  lowText: string;
  highText: string;
}

/** The widest first. */
export const byWidth = (swings: Swing[]): Swing[] => [...swings].sort((a, b) => width(b) - width(a));
const width = ({ low = 0, high = 0 }: Swing) => Math.max(low, high, 0) - Math.min(low, high, 0);

export function tornadoOption(
  swings: Swing[],
  words: { low: string; high: string; axis: (value: number) => string; text: (value: number) => string },
  theme: ChartTheme,
  narrow: boolean,
): EChartsCoreOption {
  const side = (name: string, key: "low" | "high", colour: string) => ({
    type: "bar",
    name,
    barMaxWidth: 18,
    barGap: "-100%",
    itemStyle: {
      color: colour,
      borderRadius: 2,
      ...(key === "low" && {
        decal: { symbol: "rect", dashArrayX: [1, 0], dashArrayY: [2, 4], rotation: 0.8 },
      }),
    },
    data: swings.map((swing) => swing[key] ?? 0),
  });
  return {
    ...base(theme),
    legend: { ...legend(theme), data: [words.low, words.high] },
    grid: { left: 8, right: narrow ? 24 : 40, top: 28, bottom: 44, containLabel: true },
    xAxis: valueAxis(theme, "", {
      position: "top",
      splitNumber: narrow ? 2 : 5,
      axisLabel: { color: theme.dimmed, fontSize: 12, hideOverlap: true, formatter: words.axis },
    }),
    yAxis: categoryAxis(
      theme,
      swings.map(({ name }) => name),
      {
        inverse: true,
        axisLine: { show: false },
        axisLabel: {
          color: theme.text,
          fontSize: narrow ? 12 : 13,
          width: narrow ? 110 : 240,
          overflow: "break",
          lineHeight: 15,
        },
      },
    ),
    tooltip: {
      ...tooltip(theme),
      trigger: "axis",
      axisPointer: { type: "shadow" },
      formatter: (points: unknown) => {
        const [point] = Array.isArray(points) ? (points as { dataIndex: number }[]) : [];
        const swing = point ? swings[point.dataIndex] : undefined;
        if (!swing) return "";
        const say = (value: number | undefined) => (value === undefined ? "–" : words.text(value));
        return `<div style="font-weight:600;margin-bottom:4px">${escapeHtml(swing.name)}</div>${tooltipRow(theme.accentSoft, `${words.low} ${swing.lowText}`, say(swing.low))}${tooltipRow(theme.accent, `${words.high} ${swing.highText}`, say(swing.high))}`;
      },
    },
    series: [side(words.low, "low", theme.accentSoft), side(words.high, "high", theme.accent)],
  };
}
