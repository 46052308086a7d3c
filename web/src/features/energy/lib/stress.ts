// SPDX-License-Identifier: Apache-2.0
// The hardest week of the year, and how prices are spread.

import type { Dispatch } from "../api/types";
import { type Clock, wallTime } from "./clock";
import { dispatchView } from "./dispatchSeries";
import type { Window } from "./dispatchWindow";

/// What the bus pays for its demand in every period: demand times price. Shedding is in it, since its price is the value of lost
/// load.
export function stressOf(dispatch: Dispatch): number[] {
  const { demand, price } = dispatchView(dispatch);
  return demand.map((mw, period) => mw * (price[period] ?? 0));
}

/// The seven whole days in a row whose demand costs most at the prices of its hours: scarcity, not size alone. None in a year of
/// less than a week. `dispatch` holds every period.
export function stressWeek(dispatch: Dispatch, clock: Clock): Window | undefined {
  const stress = stressOf(dispatch);
  const day = Math.round(24 / clock.hoursPerPeriod);
  const week = 7 * day;
  if (day < 1 || stress.length < week) return undefined;
  const sums = [0];
  for (const value of stress) sums.push((sums.at(-1) ?? 0) + value);
  let first = 0;
  while (first + week <= stress.length && new Date(wallTime(clock, first)).getUTCHours() !== 0) first += 1;
  let best: Window | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (let from = first; from + week <= stress.length; from += day) {
    const sum = (sums[from + week] ?? 0) - (sums[from] ?? 0);
    if (sum > most) {
      most = sum;
      best = { from, to: from + week };
    }
  }
  return best;
}

export interface Bin {
  from: number;
  to: number;
  hours: number;
}

/// Hours by price: bins of a round width that hold all but the highest hundredth, and one for what lies above.
export function priceBins(prices: number[], hoursPerPeriod = 1, wanted = 24): Bin[] {
  if (prices.length === 0) return [];
  const sorted = [...prices].sort((a, b) => a - b);
  const least = sorted[0] ?? 0;
  const high = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.99))] ?? least;
  const width = roundWidth((high - least) / wanted || 1);
  const start = Math.floor(least / width) * width;
  const count = Math.max(1, Math.floor((high - start) / width) + 1);
  const bins: Bin[] = Array.from({ length: count }, (_, index) => ({
    from: start + index * width,
    to: start + (index + 1) * width,
    hours: 0,
  }));
  const above: Bin = { from: start + count * width, to: sorted.at(-1) ?? high, hours: 0 };
  for (const price of prices) {
    const bin = bins[Math.floor((price - start) / width)] ?? above;
    bin.hours += hoursPerPeriod;
  }
  return above.hours > 0 ? [...bins, above] : bins;
}

/// 1, 2 or 5 times a power of ten, at least as wide.
function roundWidth(width: number): number {
  const power = 10 ** Math.floor(Math.log10(width));
  return power * ([1, 2, 5, 10].find((step) => step * power >= width * (1 - 1e-9)) ?? 10);
}
