// SPDX-License-Identifier: Apache-2.0
// The year's supply as a woven band: one ribbon a technology, stacked, drawn as SVG paths.
import type { Schemas } from "../../api/client";
import { dispatchView } from "../energy/lib/dispatchSeries";

export interface Ribbon {
  name: string;
  carrier: string | undefined;
  label_ko: string | undefined;
  label_en: string | undefined;
  kind: string;
  path: string;
  /** Mean over the year, MW. */
  mean: number;
}

export interface Weave {
  ribbons: Ribbon[];
  demand: string;
}

/** Points are means over so many neighbours: a year reads as seasons, not as weather. */
const kSmooth = 3;

function smooth(values: number[]): number[] {
  return values.map((_, index) => {
    const window = values.slice(Math.max(0, index - kSmooth), index + kSmooth + 1);
    return window.reduce((sum, value) => sum + value, 0) / window.length;
  });
}

function line(points: [number, number][]): string {
  return points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join("L");
}

/** Ribbons that fill `width` × `height`; the demand is a line over them. */
export function weave(dispatch: Schemas["Dispatch"], width: number, height: number): Weave {
  const view = dispatchView(dispatch);
  const supply = view.supply.map((flow) => ({ ...flow, values: smooth(flow.values) }));
  const demand = smooth(view.demand);
  const count = demand.length;
  if (count < 2) return { ribbons: [], demand: "" };
  const totals = demand.map((_, index) => supply.reduce((sum, { values }) => sum + (values[index] ?? 0), 0));
  const top = Math.max(...totals, ...demand, 1e-9);
  const x = (index: number) => (index / (count - 1)) * width;
  const y = (value: number) => height - (value / top) * height;
  let below = new Array<number>(count).fill(0);
  const ribbons = supply.map(({ kind, name, carrier, label_ko, label_en, values }) => {
    const above = below.map((base, index) => base + (values[index] ?? 0));
    const upper = above.map((value, index): [number, number] => [x(index), y(value)]);
    const lower = below.map((value, index): [number, number] => [x(index), y(value)]).reverse();
    below = above;
    const mean = values.reduce((sum, value) => sum + value, 0) / count;
    return { kind, name, carrier, label_ko, label_en, mean, path: `M${line(upper)}L${line(lower)}Z` };
  });
  return {
    ribbons,
    demand: `M${line(demand.map((value, index): [number, number] => [x(index), y(value)]))}`,
  };
}
