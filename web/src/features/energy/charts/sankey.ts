// SPDX-License-Identifier: Apache-2.0
// Where the year's energy comes from and where it goes, over all buses.

import type { EChartsCoreOption } from "echarts/core";
import { base, type ChartTheme, tooltip, tooltipRow } from "../../../components/chart/theme";
import type { Balance } from "../lib/dispatchSeries";

export interface BusBalance {
  bus: string;
  label: string;
  items: Balance[];
}

export interface FlowNode {
  id: string;
  label: string;
  colour: string;
}

export interface FlowEdge {
  source: string;
  target: string;
  mwh: number;
}

/// Buses, and what feeds and draws on them, as a graph without circles; none where energy runs in a circle (the chart cannot draw
/// it). Flows below a thousandth of the largest are left out of the drawing, not of the table.
export function flowGraph(
  balances: BusBalance[],
  naming: (item: Balance) => string,
  colours: Map<string, string>,
): { nodes: FlowNode[]; edges: FlowEdge[] } | undefined {
  const largest = balances
    .flatMap(({ items }) => items)
    .reduce((most, { mwh }) => Math.max(most, Math.abs(mwh)), 0);
  const nodes = new Map<string, FlowNode>();
  const edges: FlowEdge[] = [];
  for (const { bus, label, items } of balances) {
    nodes.set(`bus/${bus}`, { id: `bus/${bus}`, label, colour: "#5b6b8c" });
    for (const item of items) {
      if (Math.abs(item.mwh) < largest / 1000) continue;
      const id = `${item.kind}/${item.name}`;
      nodes.set(id, {
        id,
        label: naming(item),
        colour: item.kind === "load" ? "#8a93a6" : (colours.get(item.name) ?? "#6f7785"),
      });
      const inward = item.mwh > 0;
      edges.push({
        source: inward ? id : `bus/${bus}`,
        target: inward ? `bus/${bus}` : id,
        mwh: Math.abs(item.mwh),
      });
    }
  }
  return hasCircle(edges) ? undefined : { nodes: [...nodes.values()], edges };
}

function hasCircle(edges: FlowEdge[]): boolean {
  const targets = new Map<string, string[]>();
  for (const { source, target } of edges) targets.set(source, [...(targets.get(source) ?? []), target]);
  const state = new Map<string, "open" | "done">();
  const visit = (node: string): boolean => {
    if (state.get(node) === "done") return false;
    if (state.get(node) === "open") return true;
    state.set(node, "open");
    const found = (targets.get(node) ?? []).some(visit);
    state.set(node, "done");
    return found;
  };
  return [...targets.keys()].some(visit);
}

export function sankeyOption(
  graph: { nodes: FlowNode[]; edges: FlowEdge[] },
  text: (mwh: number) => string,
  theme: ChartTheme,
  narrow: boolean,
): EChartsCoreOption {
  const label = new Map(graph.nodes.map((node) => [node.id, node.label]));
  return {
    ...base(theme),
    legend: { show: false },
    tooltip: {
      ...tooltip(theme),
      trigger: "item",
      formatter: (point: unknown) => {
        const { data, value, name } = point as { data: Partial<FlowEdge>; value: number; name: string };
        const title = data.source
          ? `${label.get(data.source)} → ${label.get(data.target ?? "")}`
          : (label.get(name) ?? name);
        return tooltipRow("transparent", title, text(value));
      },
    },
    series: [
      {
        type: "sankey",
        left: 4,
        right: narrow ? 96 : 150,
        top: 12,
        bottom: 12,
        nodeWidth: 14,
        nodeGap: 14,
        layoutIterations: 64,
        draggable: false,
        emphasis: { focus: "adjacency" },
        lineStyle: { color: "gradient", opacity: theme.dark ? 0.45 : 0.35, curveness: 0.5 },
        label: {
          color: theme.text,
          fontSize: narrow ? 11 : 13,
          formatter: ({ name, value }: { name: string; value: number }) =>
            `${label.get(name) ?? name}\n${text(value)}`,
          lineHeight: 17,
        },
        data: graph.nodes.map(({ id, colour }) => ({
          name: id,
          itemStyle: { color: colour, borderWidth: 0 },
        })),
        links: graph.edges.map(({ source, target, mwh }) => ({ source, target, value: mwh })),
      },
    ],
  };
}
