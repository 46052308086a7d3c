// SPDX-License-Identifier: Apache-2.0
// Ranges side by side: a bar from low to high, and a mark where the middle is.

import type { EChartsCoreOption } from "echarts/core";
import {
  base,
  type ChartTheme,
  categoryAxis,
  escapeHtml,
  tooltip,
  tooltipRow,
  valueAxis,
} from "../../../components/chart/theme";

export interface Range {
  name: string;
  colour: string;
  low: number;
  high: number;
  /// Where the median or the optimum stands.
  mark?: number | undefined;
}

export interface RangeWords {
  low: string;
  mark: string;
  high: string;
  axis: (value: number) => string;
  text: (value: number) => string;
}

export function rangesOption(
  ranges: Range[],
  words: RangeWords,
  theme: ChartTheme,
  narrow: boolean,
): EChartsCoreOption {
  return {
    ...base(theme),
    legend: { show: false },
    grid: { left: 8, right: narrow ? 24 : 40, top: 28, bottom: 12, containLabel: true },
    xAxis: valueAxis(theme, "", {
      position: "top",
      splitNumber: narrow ? 2 : 4,
      axisLabel: { color: theme.dimmed, fontSize: 12, hideOverlap: true, formatter: words.axis },
    }),
    yAxis: categoryAxis(
      theme,
      ranges.map(({ name }) => name),
      {
        inverse: true,
        axisLabel: { color: theme.text, fontSize: 13, width: narrow ? 96 : 150, overflow: "truncate" },
      },
    ),
    tooltip: {
      ...tooltip(theme),
      trigger: "axis",
      axisPointer: { type: "shadow" },
      formatter: (points: unknown) => {
        const [point] = Array.isArray(points) ? (points as { dataIndex: number }[]) : [];
        const range = point ? ranges[point.dataIndex] : undefined;
        if (!range) return "";
        const rows = [
          tooltipRow("transparent", words.low, words.text(range.low)),
          ...(range.mark === undefined ? [] : [tooltipRow(range.colour, words.mark, words.text(range.mark))]),
          tooltipRow("transparent", words.high, words.text(range.high)),
        ];
        return `<div style="font-weight:600;margin-bottom:4px">${escapeHtml(range.name)}</div>${rows.join("")}`;
      },
    },
    series: [
      {
        type: "bar",
        stack: "range",
        silent: true,
        itemStyle: { color: "transparent" },
        barMaxWidth: 16,
        data: ranges.map(({ low }) => low),
      },
      {
        type: "bar",
        stack: "range",
        barMaxWidth: 16,
        barMinHeight: 3,
        data: ranges.map(({ low, high, colour }) => ({
          value: high - low,
          itemStyle: { color: colour, opacity: 0.75, borderRadius: 3 },
        })),
      },
      {
        type: "scatter",
        symbol: "rect",
        symbolSize: [4, 24],
        z: 5,
        itemStyle: { color: theme.text },
        data: ranges.map(({ mark, name }) => (mark === undefined ? [] : [mark, name])),
      },
    ],
  };
}

export function rangesHeight(count: number): number {
  return Math.max(140, count * 34 + 60);
}
