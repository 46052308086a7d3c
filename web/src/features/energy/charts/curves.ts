// SPDX-License-Identifier: Apache-2.0
// Duration curves, and the year as a carpet of hours and days.

import type { EChartsCoreOption } from "echarts/core";
import {
  base,
  type ChartTheme,
  escapeHtml,
  legend,
  tooltip,
  tooltipRow,
  valueAxis,
} from "../../../components/chart/theme";
import { type Clock, wallTime } from "../lib/clock";
import { formatNumber } from "../lib/format";

export interface Curve {
  name: string;
  colour: string;
  values: number[];
  dashed?: boolean;
  filled?: boolean;
}

/// Curves over hours of the year, sorted descending.
export function durationOption(
  hours: number[],
  curves: Curve[],
  words: { hours: string; unit: string; text: (value: number) => string },
  theme: ChartTheme,
): EChartsCoreOption {
  return {
    ...base(theme),
    legend: curves.length > 1 ? { ...legend(theme), data: curves.map(({ name }) => name) } : { show: false },
    grid: { left: 8, right: 20, top: 34, bottom: curves.length > 1 ? 58 : 30, containLabel: true },
    xAxis: valueAxis(theme, words.hours, {
      nameLocation: "middle",
      nameGap: 28,
      nameTextStyle: { color: theme.dimmed, fontSize: 12 },
      min: 0,
      max: hours.at(-1) ?? 0,
      axisLine: { show: true, lineStyle: { color: theme.dimmed } },
      splitLine: { show: false },
      axisLabel: {
        color: theme.dimmed,
        hideOverlap: true,
        showMaxLabel: false,
        formatter: (value: number) => formatNumber(value, theme.language, 6),
      },
    }),
    yAxis: valueAxis(theme, words.unit, {
      axisLabel: {
        color: theme.dimmed,
        fontSize: 12,
        formatter: (value: number) => formatNumber(value, theme.language),
      },
    }),
    tooltip: {
      ...tooltip(theme),
      trigger: "axis",
      formatter: (points: unknown) => {
        const list = Array.isArray(points) ? (points as { dataIndex: number }[]) : [];
        const index = list[0]?.dataIndex ?? 0;
        const title = `${formatNumber(hours[index], theme.language, 6)} h`;
        const rows = curves.map(({ name, colour, values }) =>
          tooltipRow(colour, name, words.text(values[index] ?? 0)),
        );
        return `<div style="font-weight:600;margin-bottom:4px">${escapeHtml(title)}</div>${rows.join("")}`;
      },
    },
    series: curves.map(({ name, colour, values, dashed, filled }) => ({
      type: "line",
      name,
      data: hours.map((hour, index) => [hour, values[index] ?? 0]),
      symbol: "none",
      lineStyle: { width: 2, color: colour, type: dashed ? [6, 4] : "solid" },
      itemStyle: { color: colour },
      areaStyle: filled ? { color: colour, opacity: 0.12 } : undefined,
    })),
  };
}

/// Light to dark in both themes by lightness alone, so that it reads without colour (values low → high).
export const kRamp = {
  light: ["#eef4fb", "#bcd8ee", "#7fb8dd", "#3f8fc4", "#1b5f9e", "#0c2f5e"],
  dark: ["#14202f", "#1d3f63", "#26649a", "#4690c9", "#8cc0e6", "#e3f1fc"],
};

/// Every hour of the year as one cell: days to the right, hours of the day downwards. The scale ends at the value that 99 of 100
/// hours do not exceed, else a few scarce hours would hide the rest.
export function carpetOption(
  values: number[],
  clock: Clock,
  words: { text: (value: number) => string; hour: string },
  theme: ChartTheme,
): EChartsCoreOption {
  const first = Math.floor(wallTime(clock, 0) / 86_400_000);
  const cells = values.map((value, period) => {
    const wall = wallTime(clock, period);
    const day = Math.floor(wall / 86_400_000);
    return [day - first, Math.floor((wall - day * 86_400_000) / 3_600_000), value];
  });
  const days = (cells.at(-1)?.[0] ?? 0) + 1;
  const sorted = [...values].sort((a, b) => a - b);
  const least = sorted[0] ?? 0;
  const most = Math.max(least + 1e-9, sorted[Math.floor(sorted.length * 0.99)] ?? 1);
  const dayName = (index: number) =>
    new Intl.DateTimeFormat(theme.language === "ko" ? "ko-KR" : "en-GB", {
      timeZone: "UTC",
      month: "short",
      day: "numeric",
    }).format((first + index) * 86_400_000);
  return {
    ...base(theme),
    legend: { show: false },
    grid: { left: 44, right: 12, top: 12, bottom: 76 },
    xAxis: {
      type: "category",
      data: Array.from({ length: days }, (_, index) => dayName(index)),
      axisLabel: {
        color: theme.dimmed,
        fontSize: 12,
        hideOverlap: true,
        interval: Math.max(0, Math.ceil(days / 12) - 1),
      },
      axisLine: { show: false },
      axisTick: { show: false },
    },
    yAxis: {
      type: "category",
      inverse: true,
      data: Array.from({ length: 24 }, (_, hour) => String(hour).padStart(2, "0")),
      axisLabel: { color: theme.dimmed, fontSize: 12, interval: 5 },
      axisLine: { show: false },
      axisTick: { show: false },
    },
    visualMap: {
      type: "continuous",
      min: least,
      max: most,
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
        const [day = 0, hour = 0, value = 0] = (point as { data: number[] }).data;
        return tooltipRow(
          "transparent",
          `${dayName(day)} ${String(hour).padStart(2, "0")}:00`,
          words.text(value),
        );
      },
    },
    series: [
      {
        type: "heatmap",
        data: cells,
        progressive: 0,
        progressiveThreshold: 1e6,
        animation: false,
        emphasis: { disabled: true },
      },
    ],
  };
}
