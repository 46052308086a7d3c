// SPDX-License-Identifier: Apache-2.0
// A balance as pictures: complete ones flow from supply to final use; incomplete ones show what is known, and what is not told apart.
import type { EChartsCoreOption } from "echarts/core";
import {
  base,
  type ChartTheme,
  categoryAxis,
  tooltip,
  tooltipRow,
  valueAxis,
} from "../../components/chart/theme";
import type { FlowEdge, FlowNode } from "../energy/charts/sankey";
import type { Balance } from "./api";

export type Cell = Balance["cells"][number];

const kColours: Record<string, string> = {
  coal: "#495057",
  oil: "#a05a2c",
  gas: "#e8900c",
  electricity: "#256ef4",
  heat: "#d6336c",
  renewables: "#2f9e44",
  "": "#adb5bd",
};
export const itemColour = (item: string) => kColours[item] ?? "#7950f2";

export const cellOf = (balance: Balance, sector: string, item: string, flow: Cell["flow"] = "final") =>
  balance.cells.find((one) => one.flow === flow && one.sector === sector && one.item === item);

export interface Part {
  sector: string;
  item: string;
  value: number;
  estimate: boolean;
}

/** Of each sector what is known by source, and the rest of its total, which is not told apart. */
export function partsOf(balance: Balance): Part[] {
  const rounding = 0.005;
  return balance.sectors.flatMap((sector) => {
    const cells = balance.cells.filter(
      (one) => one.flow === "final" && one.sector === sector && (one.item !== "" || one.estimate),
    );
    const total = balance.cells.find(
      (one) => one.flow === "final" && one.sector === sector && one.item === "" && !one.estimate,
    )?.value;
    const known = cells.reduce((sum, { value }) => sum + value, 0);
    const rest = total === undefined ? 0 : total - known;
    return [
      ...cells.map(({ item, value, estimate }) => ({ sector, item, value, estimate })),
      ...(total !== undefined && rest > rounding * total
        ? [{ sector, item: "", value: rest, estimate: false }]
        : []),
    ];
  });
}

const kHatched = {
  symbol: "rect",
  dashArrayX: [1, 0],
  dashArrayY: [3, 5],
  rotation: -Math.PI / 4,
  color: "rgba(255,255,255,0.65)",
};

export function knownOption(
  balance: Balance,
  wording: {
    sector: (code: string) => string;
    item: (part: Part) => string;
    value: (value: number) => string;
    unit: string;
  },
  theme: ChartTheme,
  narrow: boolean,
): EChartsCoreOption {
  const parts = partsOf(balance);
  const kinds = [...new Set(parts.map((one) => `${one.item}|${one.estimate}`))];
  const sectors = [...balance.sectors].reverse();
  return {
    ...base(theme),
    aria: { enabled: true, decal: { show: false } },
    grid: { left: narrow ? 96 : 150, right: 28, top: 12, bottom: 76 },
    tooltip: {
      ...tooltip(theme),
      trigger: "item",
      formatter: (point: unknown) => {
        const { color, seriesName, name, value } = point as Record<string, string> & { value: number };
        return tooltipRow(String(color), `${name}: ${seriesName}`, wording.value(value));
      },
    },
    xAxis: valueAxis(theme, "", {
      name: wording.unit,
      nameLocation: "end",
      nameGap: 4,
      nameTextStyle: { align: "right", verticalAlign: "top", padding: [24, 0, 0, 0], color: theme.dimmed },
    }),
    yAxis: categoryAxis(theme, sectors.map(wording.sector), {
      axisLabel: {
        color: theme.text,
        fontSize: 13,
        width: narrow ? 84 : 138,
        lineHeight: 16,
        overflow: "break",
      },
    }),
    series: kinds.map((kind) => {
      const [item = "", estimate] = kind.split("|");
      const of = (sector: string) =>
        parts.find((one) => one.sector === sector && one.item === item && String(one.estimate) === estimate);
      const some = parts.find((one) => `${one.item}|${one.estimate}` === kind);
      return {
        name: some ? wording.item(some) : item,
        type: "bar",
        stack: "sector",
        barMaxWidth: 34,
        itemStyle: {
          color: itemColour(item),
          ...(estimate === "true" && { decal: kHatched, opacity: 0.75 }),
        },
        data: sectors.map((sector) => of(sector)?.value ?? null),
      };
    }),
  };
}

/** Supply → source → (plant →) sector, as a graph; of what is known. */
export function flowsOf(
  balance: Balance,
  wording: { sector: (code: string) => string; item: (code: string) => string; supply: string },
): { nodes: FlowNode[]; edges: FlowEdge[] } {
  const nodes = new Map<string, FlowNode>();
  const edges: FlowEdge[] = [];
  const node = (id: string, label: string, colour: string) => {
    nodes.set(id, { id, label, colour });
    return id;
  };
  const source = (item: string) => node(`item/${item}`, wording.item(item), itemColour(item));
  for (const { flow, sector, item, value, estimate } of balance.cells) {
    if (value === 0 || item === "" || estimate) continue;
    if (flow === "supply")
      edges.push({
        source: node("supply", wording.supply, "#5b6b8c"),
        target: source(item),
        mwh: Math.abs(value),
      });
    if (flow === "transformation") {
      const plant = node(`plant/${sector}`, wording.sector(sector), "#8a93a6");
      // What is made joins the same source behind the plant: a second node, so that nothing runs in a circle.
      if (value < 0) edges.push({ source: source(item), target: plant, mwh: -value });
      else
        edges.push({
          source: plant,
          target: node(`made/${item}`, wording.item(item), itemColour(item)),
          mwh: value,
        });
    }
    if (flow === "final" && sector !== "") {
      const made = balance.cells.some(
        (one) => one.flow === "transformation" && one.item === item && one.value > 0,
      );
      const supplied = balance.cells.some(
        (one) => one.flow === "supply" && one.item === item && one.value > 0,
      );
      const from =
        made && !supplied ? node(`made/${item}`, wording.item(item), itemColour(item)) : source(item);
      edges.push({
        source: from,
        target: node(`sector/${sector}`, wording.sector(sector), "#6f7785"),
        mwh: value,
      });
    }
  }
  return { nodes: [...nodes.values()], edges };
}
