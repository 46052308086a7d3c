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
