// SPDX-License-Identifier: Apache-2.0
// A new technology starts as little as a model accepts; its figures are for the person to enter, not for us to guess.

import type { Network } from "../api/types";
import { freeName, type List } from "./draft";

export function newPart(list: List, model: Network, name: string): { name: string } {
  const bus = model.buses[0]?.name ?? "";
  const other = model.buses[1]?.name ?? bus;
  const free = freeName(model, name);
  const buildable = { nominal: 0, extendable: true, capital_cost: { annual: 0 } };
  const parts: Record<List, Record<string, unknown>> = {
    generators: { bus, carrier: "", p_nom: buildable, marginal_cost: 0 },
    links: { bus0: bus, outputs: [{ bus: other, efficiency: 1 }], p_nom: buildable },
    stores: {
      bus,
      e_nom: buildable,
      p_nom: { ...buildable },
      efficiency_store: 1,
      efficiency_dispatch: 1,
      cyclic: true,
    },
    lines: { bus0: bus, bus1: other, x_ohm: 1, s_nom: { nominal: 0 } },
    loads: { bus, p_mw: 0, growth: 1 },
    limits: { kind: "co2_cap", value: 0, active: true },
    carriers: { co2_t_per_mwh: 0, renewable: false },
    buses: { carrier: model.carriers?.[0]?.name ?? "electricity" },
  };
  return { name: free, ...parts[list] };
}
