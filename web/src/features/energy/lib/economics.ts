// SPDX-License-Identifier: Apache-2.0
// What a plan costs, told in the terms of those who pay for it: how the yearly cost adds up, what a megawatt-hour of a plant
// costs, and what is invested and paid back year by year.

import type { Capacity, Network, Result, TechnologyResult } from "../api/types";
import { yearlyCost } from "./compare";

export interface CostStep {
  kind: "capital" | "running" | "co2" | "shedding";
  technology?: TechnologyResult;
  amount: number;
}

/// Yearly cost as a stair: capital by technology, then running, the largest first; all together the total. What is less than a
/// thousandth of the total is one last step.
export function costSteps(result: Result): { steps: CostStep[]; rest: number; total: number } {
  const total = result.total_cost ?? 0;
  const steps: CostStep[] = [];
  for (const technology of result.technologies) {
    if (technology.kind === "shedding")
      steps.push({ kind: "shedding", technology, amount: technology.marginal_cost });
    else {
      steps.push({ kind: "capital", technology, amount: technology.capital_cost });
      steps.push({ kind: "running", technology, amount: technology.marginal_cost });
    }
  }
  const order = { capital: 0, running: 1, co2: 2, shedding: 3 };
  const counts = steps.filter(({ amount }) => Math.abs(amount) >= 1e-3 * Math.abs(total));
  counts.sort((a, b) => order[a.kind] - order[b.kind] || b.amount - a.amount);
  const shown = counts.reduce((sum, { amount }) => sum + amount, 0);
  const rest = total - shown;
  return { steps: counts, rest: Math.abs(rest) < 1e-9 * Math.abs(total) ? 0 : rest, total };
}

export interface Levelised {
  technology: TechnologyResult;
  /// Currency per MWh delivered; none where nothing is.
  cost: number | undefined;
  /// Of what was available; none where availability does not vary.
  curtailed: number | undefined;
}

export function levelised(result: Result): Levelised[] {
  return result.technologies
    .filter(
      ({ kind, capacity_mw, output_mwh }) => kind !== "shedding" && (capacity_mw > 1e-3 || output_mwh > 1),
    )
    .map((technology) => {
      const available = technology.output_mwh + technology.curtailed_mwh;
      return {
        technology,
        cost: technology.output_mwh > 1 ? yearlyCost(technology) / technology.output_mwh : undefined,
        curtailed:
          technology.curtailed_mwh > 0 && available > 0 ? technology.curtailed_mwh / available : undefined,
      };
    });
}

export interface Payment {
  kind: TechnologyResult["kind"];
  name: string;
  investment: number;
  /// The yearly payment that repays it, without fixed operation and maintenance.
  annuity: number;
  fixed_om: number;
  lifetime_years: number;
  discount_rate: number;
}

export function annuityFactor(rate: number, years: number): number {
  return rate === 0 ? 1 / years : rate / (1 - (1 + rate) ** -years);
}

/// What is invested in each part of a technology that is added to the existing, and what a year of repaying it costs. Parts of
/// which only a yearly cost is known have no investment that could be named.
export function payments(result: Result, model: Network): Payment[] {
  const list: Payment[] = [];
  const add = (technology: TechnologyResult, capacity: Capacity | undefined, chosen: number) => {
    const cost = capacity?.capital_cost;
    const added = chosen - (capacity?.nominal ?? 0);
    if (!cost?.investment || !cost.lifetime_years || added <= 1e-6) return;
    const rate = cost.discount_rate ?? model.discount_rate ?? 0.05;
    const investment = cost.investment * added;
    list.push({
      kind: technology.kind,
      name: technology.name,
      investment,
      annuity: investment * annuityFactor(rate, cost.lifetime_years),
      fixed_om: investment * (cost.fixed_om_share ?? 0),
      lifetime_years: cost.lifetime_years,
      discount_rate: rate,
    });
  };
  for (const technology of result.technologies) {
    const named = <T extends { name: string }>(parts: T[] | undefined) =>
      parts?.find(({ name }) => name === technology.name);
    switch (technology.kind) {
      case "generator":
        add(technology, named(model.generators)?.p_nom, technology.capacity_mw);
        break;
      case "link":
        add(technology, named(model.links)?.p_nom, technology.capacity_mw);
        break;
      case "line":
        add(technology, named(model.lines)?.s_nom, technology.capacity_mw);
        break;
      case "store": {
        const store = named(model.stores);
        add(technology, store?.p_nom ?? undefined, technology.capacity_mw);
        if (store?.max_hours === undefined)
          add(technology, store?.e_nom, technology.energy_capacity_mwh ?? 0);
        break;
      }
      default:
    }
  }
  return list;
}

/// Sums by year after building, until the last loan is repaid: every loan runs for the lifetime of what it bought.
export function paymentYears(list: Payment[]): { year: number; annuity: number; fixed_om: number }[] {
  const last = Math.max(0, ...list.map(({ lifetime_years }) => Math.ceil(lifetime_years)));
  return Array.from({ length: last }, (_, index) => {
    const running = list.filter(({ lifetime_years }) => index < lifetime_years);
    return {
      year: index + 1,
      annuity: running.reduce((sum, one) => sum + one.annuity * Math.min(1, one.lifetime_years - index), 0),
      fixed_om: running.reduce((sum, one) => sum + one.fixed_om * Math.min(1, one.lifetime_years - index), 0),
    };
  });
}
