// SPDX-License-Identifier: Apache-2.0
// Stairs of a cost, hours by price, and payments by year.

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

export interface Stair {
  name: string;
  amount: number;
  colour: string;
  /// The sum of all before it: stands on the ground.
  total?: boolean;
}

/// Room for so many stairs.
export function stairsHeight(stairs: number): number {
  return Math.max(180, stairs * 32 + 56);
}

/// A waterfall lying down: every stair begins where the one above ended.
export function stairsOption(
  stairs: Stair[],
  words: { axis: (value: number) => string; text: (value: number) => string },
  theme: ChartTheme,
  narrow: boolean,
): EChartsCoreOption {
  let reached = 0;
  const spans = stairs.map(({ amount, total }) => {
    if (total) return { ground: 0, size: amount };
    const from = reached;
    reached += amount;
    return { ground: Math.min(from, reached), size: Math.abs(amount) };
  });
  return {
    ...base(theme),
    legend: { show: false },
    grid: { left: 8, right: narrow ? 62 : 92, top: 28, bottom: 8, containLabel: true },
    xAxis: valueAxis(theme, "", {
      position: "top",
      splitNumber: narrow ? 2 : 4,
      axisLabel: { color: theme.dimmed, fontSize: 12, hideOverlap: true, formatter: words.axis },
    }),
    yAxis: categoryAxis(
      theme,
      stairs.map(({ name }) => name),
      {
        inverse: true,
        axisLabel: { color: theme.text, fontSize: 13, width: narrow ? 110 : 190, overflow: "truncate" },
      },
    ),
    tooltip: {
      ...tooltip(theme),
      trigger: "item",
      formatter: (point: unknown) => {
        const stair = stairs[(point as { dataIndex: number }).dataIndex];
        return stair ? tooltipRow(stair.colour, stair.name, words.text(stair.amount)) : "";
      },
    },
    series: [
      {
        type: "bar",
        stack: "all",
        silent: true,
        itemStyle: { color: "transparent" },
        emphasis: { disabled: true },
        data: spans.map(({ ground }) => ground),
      },
      {
        type: "bar",
        stack: "all",
        barMaxWidth: 20,
        data: spans.map(({ size }, index) => ({
          value: size,
          itemStyle: { color: stairs[index]?.colour, borderRadius: 3 },
        })),
        label: {
          show: true,
          position: "right",
          color: theme.text,
          fontSize: 12,
          formatter: ({ dataIndex }: { dataIndex: number }) => words.text(stairs[dataIndex]?.amount ?? 0),
        },
      },
    ],
  };
}

export interface Columns {
  categories: string[];
  series: { name: string; colour: string; values: number[]; striped?: boolean }[];
  /// What a category's tooltip is headed with.
  title: (index: number) => string;
  text: (value: number) => string;
  axis: (value: number) => string;
  xName: string;
  unit: string;
  everyLabel?: number;
  /** Lines beside each other instead of bars on top of each other. */
  lines?: boolean;
}

/// Upright bars, stacked.
export function columnsOption(columns: Columns, theme: ChartTheme): EChartsCoreOption {
  const { series, categories } = columns;
  return {
    ...base(theme),
    legend: series.length > 1 ? { ...legend(theme), data: series.map(({ name }) => name) } : { show: false },
    grid: { left: 8, right: 16, top: 34, bottom: series.length > 1 ? 58 : 30, containLabel: true },
    xAxis: categoryAxis(theme, categories, {
      name: columns.xName,
      nameLocation: "middle",
      nameGap: 28,
      nameTextStyle: { color: theme.dimmed, fontSize: 12 },
      axisLabel: {
        color: theme.dimmed,
        fontSize: 12,
        hideOverlap: true,
        ...(columns.everyLabel ? { interval: columns.everyLabel - 1 } : {}),
      },
    }),
    yAxis: valueAxis(theme, columns.unit, {
      axisLabel: { color: theme.dimmed, fontSize: 12, formatter: columns.axis },
    }),
    tooltip: {
      ...tooltip(theme),
      trigger: "axis",
      axisPointer: { type: "shadow" },
      formatter: (points: unknown) => {
        const [point] = Array.isArray(points) ? (points as { dataIndex: number }[]) : [];
        const index = point?.dataIndex ?? 0;
        const rows = series.map(({ name, colour, values }) =>
          tooltipRow(colour, name, columns.text(values[index] ?? 0)),
        );
        return `<div style="font-weight:600;margin-bottom:4px">${escapeHtml(columns.title(index))}</div>${rows.join("")}`;
      },
    },
    series: series.map(({ name, colour, values, striped }, index) => ({
      type: columns.lines ? "line" : "bar",
      name,
      ...(columns.lines
        ? {
            step: "middle",
            showSymbol: false,
            // Of lines that run together the first ones show at the sides.
            lineStyle: { color: colour, width: 2 + 3 * (series.length - 1 - index) },
          }
        : { stack: "all" }),
      barCategoryGap: "12%",
      itemStyle: {
        color: colour,
        ...(striped
          ? {
              decal: {
                symbol: "rect",
                rotation: -0.7,
                color: "rgba(255,255,255,0.45)",
                dashArrayX: [1, 0],
                dashArrayY: [3, 4],
              },
            }
          : {}),
      },
      data: values,
    })),
  };
}
