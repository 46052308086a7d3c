// SPDX-License-Identifier: Apache-2.0
// Horizontal bars by technology: capacities, cost, CO2, and the same for two runs.

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

export interface BarSeries {
  name: string;
  /// One colour, or one for every category.
  colour: string | string[];
  values: number[];
  /// Drawn with stripes: told apart without colour.
  striped?: boolean;
  /// The legend's colour where every category has its own.
  legend?: string;
}

export interface BarsInput {
  categories: string[];
  series: BarSeries[];
  stacked: boolean;
  /// A number of the axis, without its unit.
  axis: (value: number) => string;
  /// A value with its unit.
  text: (value: number) => string;
  /// Said in the tooltip for the sum of a stack.
  total?: string;
  theme: ChartTheme;
  narrow: boolean;
}

/// Room for the bars of so many categories.
export function barsHeight(categories: number, series: number, stacked: boolean): number {
  const bar = stacked ? 34 : 16 + 18 * series;
  return Math.max(180, categories * bar + 92);
}

export function barsOption(input: BarsInput): EChartsCoreOption {
  const { theme, series, stacked, narrow } = input;
  return {
    ...base(theme),
    legend: series.length > 1 ? { ...legend(theme), data: series.map(({ name }) => name) } : { show: false },
    grid: {
      left: 8,
      right: narrow ? 56 : 84,
      top: 28,
      bottom: series.length > 1 ? 44 : 12,
      containLabel: true,
    },
    xAxis: valueAxis(theme, "", {
      position: "top",
      splitNumber: narrow ? 2 : 4,
      axisLabel: { color: theme.dimmed, fontSize: 12, hideOverlap: true, formatter: input.axis },
    }),
    yAxis: categoryAxis(theme, input.categories, {
      inverse: true,
      axisLabel: { color: theme.text, fontSize: 13, width: narrow ? 96 : 150, overflow: "truncate" },
    }),
    tooltip: {
      ...tooltip(theme),
      trigger: "axis",
      axisPointer: { type: "shadow" },
      formatter: (points: unknown) => html(points, input),
    },
    series: series.map((one, index) => ({
      type: "bar",
      name: one.name,
      stack: stacked ? "all" : undefined,
      barMaxWidth: stacked ? 20 : 14,
      barGap: "15%",
      itemStyle: {
        color: Array.isArray(one.colour) ? (one.legend ?? one.colour[0] ?? theme.accent) : one.colour,
        borderRadius: stacked && index < series.length - 1 ? 0 : [0, 3, 3, 0],
        ...(one.striped ? { decal: kStripes } : {}),
      },
      data: one.values.map((value, at) => ({
        value,
        itemStyle: Array.isArray(one.colour) ? { color: one.colour[at] ?? theme.accent } : {},
      })),
      label: label(input, index),
    })),
  };
}

const kStripes = {
  symbol: "rect",
  rotation: -0.7,
  color: "rgba(255,255,255,0.45)",
  dashArrayX: [1, 0],
  dashArrayY: [3, 4],
};

/// The value at the end of a bar; of a stack, its sum at the end of the last part.
function label({ series, stacked, text, theme }: BarsInput, index: number) {
  const show = !stacked || index === series.length - 1;
  return {
    show,
    position: "right",
    color: theme.text,
    fontSize: 12,
    formatter: ({ dataIndex }: { dataIndex: number }) => {
      const sum = stacked
        ? series.reduce((total, { values }) => total + (values[dataIndex] ?? 0), 0)
        : (series[index]?.values[dataIndex] ?? 0);
      return text(sum);
    },
  };
}

function html(points: unknown, { series, categories, text, stacked, total }: BarsInput): string {
  const [point] = Array.isArray(points) ? (points as { dataIndex: number }[]) : [];
  if (!point) return "";
  const index = point.dataIndex;
  const rows = series.map(({ name, colour, values }) =>
    tooltipRow(Array.isArray(colour) ? (colour[index] ?? "") : colour, name, text(values[index] ?? 0)),
  );
  if (stacked && series.length > 1 && total) {
    rows.push(
      tooltipRow(
        "transparent",
        total,
        text(series.reduce((sum, { values }) => sum + (values[index] ?? 0), 0)),
      ),
    );
  }
  return `<div style="font-weight:600;margin-bottom:4px">${escapeHtml(categories[index] ?? "")}</div>${rows.join("")}`;
}
