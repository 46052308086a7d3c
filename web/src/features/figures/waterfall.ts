// SPDX-License-Identifier: Apache-2.0
// Effects between a start and an end: each bar begins where the one before ended.
import type { EChartsCoreOption } from "echarts/core";
import {
  base,
  type ChartTheme,
  categoryAxis,
  tooltip,
  tooltipRow,
  valueAxis,
} from "../../components/chart/theme";

export interface Step {
  name: string;
  value: number;
  /** A start or an end: it stands on the ground. */
  whole: boolean;
}

/** Where each bar begins and ends. */
export function spans(steps: Step[]): { from: number; to: number }[] {
  let at = 0;
  return steps.map(({ value, whole }) => {
    const from = whole ? 0 : at;
    at = whole ? value : at + value;
    return { from, to: at };
  });
}

export function waterfallOption(
  steps: Step[],
  wording: { unit: string; value: (value: number) => string },
  theme: ChartTheme,
  narrow: boolean,
): EChartsCoreOption {
  const bars = spans(steps);
  const colour = (step: Step) => (step.whole ? theme.dimmed : step.value >= 0 ? theme.warning : "#2f9e44");
  return {
    ...base(theme),
    legend: { show: false },
    grid: { left: narrow ? 56 : 72, right: 16, top: 34, bottom: narrow ? 72 : 40 },
    tooltip: {
      ...tooltip(theme),
      trigger: "item",
      formatter: (point: unknown) => {
        const { dataIndex } = point as { dataIndex: number };
        const step = steps[dataIndex];
        return step ? tooltipRow(colour(step), step.name, wording.value(step.value)) : "";
      },
    },
    xAxis: categoryAxis(
      theme,
      steps.map(({ name }) => name),
      {
        axisLabel: {
          color: theme.text,
          fontSize: 12,
          interval: 0,
          ...(narrow ? { rotate: 40 } : { width: 110, overflow: "break" }),
        },
      },
    ),
    yAxis: valueAxis(theme, wording.unit),
    series: [
      {
        type: "bar",
        stack: "all",
        silent: true,
        itemStyle: { color: "transparent" },
        data: bars.map(({ from, to }) => Math.min(from, to)),
      },
      {
        type: "bar",
        stack: "all",
        barMaxWidth: 56,
        label: {
          show: !narrow,
          position: "top",
          color: theme.text,
          formatter: ({ dataIndex }: { dataIndex: number }) => wording.value(steps[dataIndex]?.value ?? 0),
        },
        data: bars.map(({ from, to }, index) => ({
          value: Math.abs(to - from),
          itemStyle: { color: colour(steps[index] as Step) },
        })),
      },
    ],
  };
}
