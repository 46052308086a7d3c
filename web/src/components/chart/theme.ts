// SPDX-License-Identifier: Apache-2.0
// What all charts share: type, lines, tooltips, in the colours of the page.

import type { EChartsCoreOption } from "echarts/core";
import type { Language } from "../../i18n";

export interface ChartTheme {
  language: Language;
  dark: boolean;
  font: string;
  text: string;
  dimmed: string;
  line: string;
  surface: string;
  accent: string;
  accentSoft: string;
  warning: string;
}

export function chartTheme(dark: boolean, language: Language): ChartTheme {
  const shared = {
    language,
    dark,
    font: "Pretendard Variable, Pretendard, system-ui, -apple-system, 'Malgun Gothic', sans-serif",
  };
  return dark
    ? {
        ...shared,
        text: "#e8ebf0",
        dimmed: "#a3adbb",
        line: "#333c49",
        surface: "#1b212b",
        accent: "#6ea8fe",
        accentSoft: "#2b4a78",
        warning: "#ff8f70",
      }
    : {
        ...shared,
        text: "#1e2124",
        dimmed: "#58616a",
        line: "#e2e6ec",
        surface: "#ffffff",
        accent: "#256ef4",
        accentSoft: "#a9c8fb",
        warning: "#c8321f",
      };
}

/// Options that every chart starts from.
export function base(theme: ChartTheme): EChartsCoreOption {
  return {
    textStyle: { fontFamily: theme.font, color: theme.text, fontSize: 13 },
    animationDuration: 350,
    animationDurationUpdate: 250,
    tooltip: tooltip(theme),
    legend: legend(theme),
  };
}

export function tooltip(theme: ChartTheme): Record<string, unknown> {
  return {
    confine: true,
    backgroundColor: theme.surface,
    borderColor: theme.line,
    borderWidth: 1,
    padding: [10, 12],
    textStyle: { color: theme.text, fontSize: 13, fontFamily: theme.font },
    extraCssText: "box-shadow:0 8px 24px rgb(0 0 0 / 14%);border-radius:8px;",
    axisPointer: { type: "line", lineStyle: { color: theme.dimmed, width: 1, type: "solid" } },
  };
}

export function legend(theme: ChartTheme): Record<string, unknown> {
  return {
    type: "scroll",
    bottom: 0,
    left: "center",
    icon: "roundRect",
    itemWidth: 12,
    itemHeight: 12,
    itemGap: 14,
    textStyle: { color: theme.text, fontSize: 13 },
    pageTextStyle: { color: theme.dimmed },
    pageIconColor: theme.text,
    pageIconInactiveColor: theme.line,
  };
}

export function valueAxis(
  theme: ChartTheme,
  name: string,
  more: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    type: "value",
    name,
    nameTextStyle: { color: theme.dimmed, fontSize: 12, align: "left", padding: [0, 0, 2, -6] },
    axisLabel: { color: theme.dimmed, fontSize: 12, hideOverlap: true },
    axisLine: { show: false },
    axisTick: { show: false },
    splitLine: { lineStyle: { color: theme.line } },
    ...more,
  };
}

export function categoryAxis(
  theme: ChartTheme,
  data: string[],
  more: Record<string, unknown> = {},
): Record<string, unknown> {
  return {
    type: "category",
    data,
    axisLabel: { color: theme.text, fontSize: 13 },
    axisLine: { lineStyle: { color: theme.line } },
    axisTick: { show: false },
    ...more,
  };
}

/// A text that a person wrote, safe inside a tooltip's HTML.
export function escapeHtml(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}

/// One line of a tooltip: a dot in the series' colour, its name, its value to the right.
export function tooltipRow(colour: string, name: string, value: string): string {
  const dot = `<span style="display:inline-block;width:10px;height:10px;border-radius:3px;background:${colour};margin-right:8px"></span>`;
  return `<div style="display:flex;justify-content:space-between;gap:24px;line-height:1.7"><span>${dot}${escapeHtml(name)}</span><b style="font-variant-numeric:tabular-nums;font-weight:600">${escapeHtml(value)}</b></div>`;
}
