// SPDX-License-Identifier: Apache-2.0
// Countries tinted and marked by a number; small countries, which an outline of the world leaves out, have their mark alone.
import type { EChartsCoreOption } from "echarts/core";
import { base, type ChartTheme, escapeHtml, tooltip } from "../chart/theme";
import { kWorld } from "./outline";
import { kPlaces } from "./places";

export interface CountryValue {
  /** ISO 3166-1 alpha-2 */
  country: string;
  value: number;
  /** Said below the number in the tooltip. */
  note?: string;
}

interface MapInput {
  values: CountryValue[];
  nameOf: (country: string) => string;
  /** A number with its unit. */
  text: (value: number) => string;
  selected: string | undefined;
  theme: ChartTheme;
  narrow: boolean;
  /** Whether countries answer to a click. */
  clickable: boolean;
}

/** The area of a mark is in proportion to its number, down to a size that a finger finds. */
function sizeOf(value: number, most: number, narrow: boolean): number {
  const [least, largest] = narrow ? [12, 28] : [20, 44];
  return Math.max(least, largest * Math.sqrt(value / Math.max(1, most)));
}

export function mapOption(input: MapInput): EChartsCoreOption {
  const { values, theme, selected, narrow, clickable } = input;
  const most = Math.max(0, ...values.map(({ value }) => value));
  const marks = values.filter(({ country, value }) => value > 0 && kPlaces[country]);
  return {
    ...base(theme),
    legend: { show: false },
    tooltip: { ...tooltip(theme), trigger: "item", formatter: (point: unknown) => html(point, input) },
    geo: {
      map: kWorld,
      roam: false,
      left: 0,
      right: 0,
      top: 4,
      bottom: 4,
      boundingCoords: [
        [-168, 78],
        [178, -56],
      ],
      itemStyle: { areaColor: theme.line, borderColor: theme.surface, borderWidth: 0.6 },
      emphasis: { itemStyle: { areaColor: theme.accentSoft }, label: { show: false } },
      select: { disabled: true },
      regions: marks.map(({ country }) => ({
        name: country,
        itemStyle: { areaColor: country === selected ? theme.accent : theme.accentSoft },
      })),
      cursor: clickable ? "pointer" : "default",
    },
    series: [
      {
        type: "scatter",
        coordinateSystem: "geo",
        cursor: clickable ? "pointer" : "default",
        data: marks.map(({ country, value }) => ({
          name: country,
          value: [...(kPlaces[country]?.slice(1) ?? []), value],
          symbolSize: sizeOf(value, most, narrow),
          itemStyle: {
            color: country === selected ? theme.warning : theme.accent,
            borderColor: theme.surface,
            borderWidth: 1.5,
            opacity: 0.92,
          },
        })),
        label: {
          show: !narrow,
          formatter: ({ value }: { value: number[] }) => String(value[2]),
          color: theme.dark ? "#10151d" : "#ffffff",
          fontSize: 12,
          fontWeight: 700,
        },
        emphasis: { scale: 1.15 },
      },
    ],
  };
}

function html(point: unknown, { values, nameOf, text }: MapInput): string {
  const { name } = point as { name?: string };
  if (!name) return "";
  const found = values.find(({ country }) => country === name);
  const note = found?.note
    ? `<div style="max-width:260px;white-space:normal">${escapeHtml(found.note)}</div>`
    : "";
  return `<div style="font-weight:600">${escapeHtml(nameOf(name))}</div><div>${escapeHtml(text(found?.value ?? 0))}</div>${note}`;
}
