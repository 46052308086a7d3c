// SPDX-License-Identifier: Apache-2.0
// The year hour by hour: supply stacked over use with the demand as a line, the price and the stores' levels below, all three
// on one time axis.

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
import type { Clock } from "../lib/clock";
import { wallTime } from "../lib/clock";
import { type DispatchView, type Flow, visibleFlows } from "../lib/dispatchSeries";
import type { Window } from "../lib/dispatchWindow";
import { formatNumber, formatRate } from "../lib/format";
import { labelOf } from "../lib/labels";
import { axisDate, spanLabel } from "./timeAxis";

export interface DispatchWords {
  demand: string;
  price: string;
  level: string;
  supply: string;
  use: string;
}

export interface DispatchChartInput {
  view: DispatchView;
  /// The whole year at a coarse step: the strip on which the window is moved, and what the legend names.
  year: DispatchView;
  periods: number;
  clock: Clock;
  window: Window;
  step: number;
  currency: string;
  colours: Map<string, string>;
  words: DispatchWords;
  theme: ChartTheme;
  /// Under 600 px the charts take less room to the left.
  narrow: boolean;
}

interface Place {
  top: number;
  height: number;
}

/// Heights in pixels: flows, price, levels where there are any, the year's strip, the legend.
export function dispatchLayout(hasLevels: boolean): { places: Place[]; strip: Place; height: number } {
  const places = [
    { top: 30, height: 290 },
    { top: 362, height: 84 },
    ...(hasLevels ? [{ top: 488, height: 84 }] : []),
  ];
  const below = hasLevels ? 606 : 480;
  return { places, strip: { top: below, height: 44 }, height: below + 44 + 58 };
}

export function dispatchOption(input: DispatchChartInput): EChartsCoreOption {
  const { view, clock, window, theme, words, narrow } = input;
  const hasLevels = view.levels.length > 0;
  const { places, strip } = dispatchLayout(hasLevels);
  const times = view.periods.map((period) => wallTime(clock, period));
  const [min, max] = [wallTime(clock, window.from), wallTime(clock, window.to)];
  const sides = { left: narrow ? 48 : 64, right: narrow ? 8 : 20 };
  const last = places.length - 1;
  const [first, end] = [wallTime(clock, 0), wallTime(clock, input.periods)];
  const axes = places.map((_, index) => index);

  return {
    ...base(theme),
    useUTC: true,
    animation: false,
    legend: { ...legend(theme), data: legendNames(input) },
    grid: [...places, strip].map((place) => ({ ...sides, ...place })),
    xAxis: [...places, strip].map((_, index) => ({
      type: "time",
      gridIndex: index,
      show: index <= last,
      min: first,
      max: end,
      axisLine: { lineStyle: { color: theme.dimmed }, onZero: true },
      axisTick: { show: index === last, lineStyle: { color: theme.line } },
      axisLabel: {
        show: index === last,
        color: theme.dimmed,
        fontSize: 12,
        hideOverlap: true,
        formatter: (wall: number) => axisDate(wall, max - min, theme.language),
      },
      splitLine: { show: true, lineStyle: { color: theme.line, opacity: 0.6 } },
      axisPointer: {
        show: index <= last,
        zlevel: 1,
        label: { show: false },
        lineStyle: { color: theme.dimmed },
      },
    })),
    yAxis: [
      valueAxis(theme, "MW", { gridIndex: 0, splitNumber: 5, axisLabel: axisNumber(theme) }),
      valueAxis(theme, `${words.price} (${input.currency}/MWh)`, {
        gridIndex: 1,
        splitNumber: 2,
        axisLabel: axisNumber(theme),
      }),
      ...(hasLevels
        ? [
            valueAxis(theme, `${words.level} (MWh)`, {
              gridIndex: 2,
              splitNumber: 2,
              axisLabel: axisNumber(theme),
            }),
          ]
        : []),
      { type: "value", gridIndex: last + 1, show: false, min: 0 },
    ],
    // On a layer of its own: else every move of the pointer paints all areas anew.
    axisPointer: { link: [{ xAxisIndex: axes }], zlevel: 1 },
    tooltip: {
      ...tooltip(theme),
      trigger: "axis",
      formatter: (points: unknown) => tooltipHtml(points, input, times),
    },
    dataZoom: [
      {
        type: "inside",
        xAxisIndex: axes,
        startValue: min,
        endValue: max,
        minValueSpan: 6 * clock.hoursPerPeriod * 3_600_000,
        filterMode: "none",
        zoomOnMouseWheel: "ctrl",
        moveOnMouseWheel: false,
      },
      {
        type: "slider",
        xAxisIndex: axes,
        startValue: min,
        endValue: max,
        minValueSpan: 6 * clock.hoursPerPeriod * 3_600_000,
        filterMode: "none",
        ...sides,
        top: strip.top,
        height: strip.height,
        showDataShadow: false,
        backgroundColor: "transparent",
        fillerColor: theme.dark ? "rgba(110,168,254,0.22)" : "rgba(37,110,244,0.14)",
        borderColor: theme.line,
        borderRadius: 6,
        handleSize: "110%",
        handleStyle: { color: theme.surface, borderColor: theme.dimmed },
        moveHandleSize: 0,
        showDetail: false,
        brushSelect: true,
      },
    ],
    series: [
      ...view.supply.map((flow) => area(flow, "supply", times, input)),
      ...view.use.map((flow) => area(flow, "use", times, input)),
      {
        type: "line",
        id: "demand",
        name: words.demand,
        data: pairs(times, view.demand),
        symbol: "none",
        z: 5,
        lineStyle: { width: 2, color: theme.text },
        itemStyle: { color: theme.text },
        emphasis: { disabled: true },
      },
      {
        type: "line",
        id: "price",
        name: words.price,
        xAxisIndex: 1,
        yAxisIndex: 1,
        data: pairs(times, view.price),
        symbol: "none",
        step: input.step === 1 ? "start" : false,
        lineStyle: { width: 1.5, color: theme.accent },
        itemStyle: { color: theme.accent },
        areaStyle: { color: theme.accent, opacity: 0.12 },
        emphasis: { disabled: true },
      },
      ...view.levels.map((flow) => level(flow, times, input)),
      {
        type: "line",
        id: "strip",
        xAxisIndex: last + 1,
        yAxisIndex: last + 1,
        data: pairs(
          input.year.periods.map((period) => wallTime(clock, period)),
          input.year.demand,
        ),
        symbol: "none",
        silent: true,
        tooltip: { show: false },
        lineStyle: { width: 1, color: theme.dimmed },
        areaStyle: { color: theme.dimmed, opacity: 0.25 },
      },
    ],
  };
}

function axisNumber(theme: ChartTheme) {
  return {
    color: theme.dimmed,
    fontSize: 12,
    hideOverlap: true,
    formatter: (value: number) => formatNumber(value, theme.language),
  };
}

function pairs(times: number[], values: number[]): [number, number][] {
  return times.map((time, index) => [time, values[index] ?? 0]);
}

function nameOf(flow: Flow, { theme }: DispatchChartInput): string {
  return labelOf(flow, theme.language);
}

function legendNames(input: DispatchChartInput): string[] {
  const flows = [...visibleFlows(input.year), ...visibleFlows(input.view)];
  return [...new Set([input.words.demand, ...flows.map((flow) => nameOf(flow, input))])];
}

function area(flow: Flow, stack: "supply" | "use", times: number[], input: DispatchChartInput) {
  const colour = input.colours.get(flow.name) ?? "#6f7785";
  return {
    type: "line",
    id: `${stack}/${flow.kind}/${flow.name}`,
    name: nameOf(flow, input),
    stack,
    stackStrategy: "all",
    data: pairs(times, flow.values),
    symbol: "none",
    step: input.step === 1 && times.length <= 120 ? "start" : false,
    lineStyle: { width: 0 },
    itemStyle: { color: colour },
    areaStyle: { color: colour, opacity: stack === "supply" ? 0.92 : 0.6 },
    emphasis: { disabled: true },
  };
}

function level(flow: Flow, times: number[], input: DispatchChartInput) {
  const colour = input.colours.get(flow.name) ?? "#6f7785";
  return {
    type: "line",
    id: `level/${flow.name}`,
    name: nameOf(flow, input),
    xAxisIndex: 2,
    yAxisIndex: 2,
    data: pairs(times, flow.values),
    symbol: "none",
    lineStyle: { width: 1.5, color: colour },
    itemStyle: { color: colour },
    areaStyle: { color: colour, opacity: 0.18 },
    emphasis: { disabled: true },
  };
}

function tooltipHtml(points: unknown, input: DispatchChartInput, times: number[]): string {
  const { view, words, theme, currency, clock, step, colours } = input;
  const [point] = Array.isArray(points) ? (points as { axisValue: number }[]) : [];
  if (!point) return "";
  const index = nearest(times, Number(point.axisValue));
  const at = times[index];
  if (at === undefined) return "";
  const mw = (value: number) => `${formatNumber(value, theme.language)} MW`;
  const rows = [tooltipRow(theme.text, words.demand, mw(view.demand[index] ?? 0))];
  for (const flow of [...view.supply].reverse().concat(view.use)) {
    const value = flow.values[index] ?? 0;
    if (Math.abs(value) >= 0.05)
      rows.push(tooltipRow(colours.get(flow.name) ?? "#6f7785", nameOf(flow, input), mw(value)));
  }
  rows.push(
    tooltipRow(theme.accent, words.price, formatRate(view.price[index], currency, "MWh", theme.language)),
  );
  for (const flow of view.levels) {
    const value = `${formatNumber(flow.values[index], theme.language)} MWh`;
    rows.push(
      tooltipRow(colours.get(flow.name) ?? "#6f7785", `${nameOf(flow, input)} · ${words.level}`, value),
    );
  }
  const title = escapeHtml(spanLabel(at, step * clock.hoursPerPeriod, theme.language));
  return `<div style="font-weight:600;margin-bottom:4px">${title}</div>${rows.join("")}`;
}

function nearest(times: number[], wanted: number): number {
  let low = 0;
  let high = times.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((times[middle] ?? 0) <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}
