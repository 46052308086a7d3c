// SPDX-License-Identifier: Apache-2.0
// A bus's flows sorted into what a dispatch chart draws: supply stacked upwards, use stacked downwards, demand as a line.

import type { Dispatch, DispatchSeries } from "../api/types";
import { stackRank } from "./colours";

export interface Flow {
  kind: DispatchSeries["kind"];
  name: string;
  carrier: string | undefined;
  label_ko: string | undefined;
  label_en: string | undefined;
  values: number[];
}

export interface DispatchView {
  /// Period at which each point starts.
  periods: number[];
  /// ≥ 0, in stacking order.
  supply: Flow[];
  /// ≤ 0: charging, conversion, export; without the demand.
  use: Flow[];
  /// MW, ≥ 0.
  demand: number[];
  price: number[];
  /// MWh.
  levels: Flow[];
}

/// Flows below this share of the highest are numerical dust: not named in a legend.
const kDust = 1e-6;

/// A flow that may turn gives one part above and one below, so that the same bus always has the same parts whatever the window
/// shows; what only supplies gives the one, since an empty area costs as much to draw as a full one.
export function dispatchView(dispatch: Dispatch): DispatchView {
  const length = dispatch.price.length;
  const periods = Array.from({ length }, (_, index) => dispatch.from + index * dispatch.step);
  const demand = new Array<number>(length).fill(0);
  for (const { kind, values } of dispatch.series) {
    if (kind !== "load") continue;
    values.forEach((value, index) => {
      demand[index] = (demand[index] ?? 0) - value;
    });
  }
  const flows = dispatch.series
    .filter(({ kind }) => kind !== "load" && kind !== "store_level")
    .sort((a, b) => rank(a) - rank(b));
  return {
    periods,
    supply: flows.map((series) => flow(series, (value) => Math.max(0, value))),
    use: flows
      .filter(({ kind, values }) => !onlySupplies(kind) || values.some((value) => value < 0))
      .map((series) => flow(series, (value) => Math.min(0, value))),
    demand,
    price: dispatch.price,
    levels: dispatch.series
      // What a solver leaves over in a store that is not built is no level.
      .filter(({ kind, values }) => kind === "store_level" && values.some((level) => level > 1e-2))
      .map((series) => flow(series, (value) => value)),
  };
}

/// Flows that are more than dust somewhere in a view.
export function visibleFlows(view: DispatchView): Flow[] {
  const size = ({ values }: Flow) => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const all = [...view.supply, ...view.use];
  const dust = all.reduce((most, flow) => Math.max(most, size(flow)), 0) * kDust;
  return all.filter((flow) => size(flow) > dust);
}

function onlySupplies(kind: DispatchSeries["kind"]): boolean {
  return kind === "generator" || kind === "shedding";
}

function rank({ kind, component, carrier }: DispatchSeries): number {
  return stackRank({ kind, name: component, carrier });
}

function flow(series: DispatchSeries, part: (value: number) => number): Flow {
  return {
    kind: series.kind,
    name: series.component,
    carrier: series.carrier,
    label_ko: series.label_ko,
    label_en: series.label_en,
    values: series.values.map(part),
  };
}

export interface Balance {
  kind: DispatchSeries["kind"];
  name: string;
  label_ko: string | undefined;
  label_en: string | undefined;
  /// Into the bus +, out of it −.
  mwh: number;
}

/// Energy into and out of a bus in a year, from a dispatch answer over all periods. Its points are means, so sums are means × hours
/// × `weight`, how often a period stands for itself; stores and links that run both ways give their net.
export function busBalance(dispatch: Dispatch, weight = 1): Balance[] {
  return dispatch.series
    .filter(({ kind }) => kind !== "store_level")
    .map(({ kind, component, label_ko, label_en, values }) => ({
      kind,
      name: component,
      label_ko,
      label_en,
      mwh: values.reduce((sum, value, index) => {
        const start = dispatch.from + index * dispatch.step;
        return (
          sum +
          value * (Math.min(start + dispatch.step, dispatch.to) - start) * dispatch.hours_per_period * weight
        );
      }, 0),
    }))
    .sort((a, b) => b.mwh - a.mwh);
}
