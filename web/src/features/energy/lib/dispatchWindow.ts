// SPDX-License-Identifier: Apache-2.0
// Which part of the year the dispatch chart shows, and how fine. Windows are periods [from, to).

import { type Clock, wallTime } from "./clock";

export interface Window {
  from: number;
  to: number;
}

export interface Request extends Window {
  step: number;
}

/// Points that a chart draws at once and still reads well.
const kMostPoints = 600;
const kStepHours = [1, 2, 3, 6, 24, 168, 720];

/// Hours a point of this window stands for: hourly up to 25 days, daily beyond two and a half months. Steps divide the day, so
/// that a day never looks like a saw blade of two unequal halves.
export function stepFor(window: Window, hoursPerPeriod: number): number {
  const hours = (window.to - window.from) * hoursPerPeriod;
  const wanted = kStepHours.find((step) => hours / step <= kMostPoints) ?? 8784;
  return Math.max(1, Math.min(8784, Math.round(wanted / hoursPerPeriod)));
}

export function clampWindow(window: Window, periods: number, smallest = 6): Window {
  const least = Math.min(smallest, periods);
  const size = Math.min(periods, Math.max(least, Math.round(window.to - window.from)));
  const from = Math.min(Math.max(0, Math.round(window.from)), periods - size);
  return { from, to: from + size };
}

/// What to ask the server for a window: the window and half of it on either side (so that a small move needs no wait), cut to
/// the year, on multiples of the step.
export function requestFor(window: Window, periods: number, hoursPerPeriod: number): Request {
  const step = stepFor(window, hoursPerPeriod);
  const margin = Math.round((window.to - window.from) / 2);
  const from = Math.max(0, Math.floor((window.from - margin) / step) * step);
  const to = Math.min(periods, Math.ceil((window.to + margin) / step) * step);
  return { from, to, step };
}

export function zoomed(window: Window, factor: number, periods: number): Window {
  const middle = (window.from + window.to) / 2;
  const half = ((window.to - window.from) * factor) / 2;
  return clampWindow({ from: middle - half, to: middle + half }, periods);
}

export function moved(window: Window, share: number, periods: number): Window {
  const by = Math.round((window.to - window.from) * share);
  return clampWindow({ from: window.from + by, to: window.to + by }, periods);
}

export type Jump = "year" | "winter_week" | "summer_week" | "peak_day";

const kWinter = [11, 0, 1];
const kSummer = [5, 6, 7];

/// The days (as periods) of a model that start at midnight and are whole.
function wholeDays(clock: Clock, periods: number): Window[] {
  const length = Math.round(24 / clock.hoursPerPeriod);
  const days: Window[] = [];
  let from = 0;
  while (from < periods && new Date(wallTime(clock, from)).getUTCHours() !== 0) from += 1;
  for (; from + length <= periods; from += length) days.push({ from, to: from + length });
  return days;
}

function total(values: number[], { from, to }: Window): number {
  let sum = 0;
  for (let period = from; period < to; period += 1) sum += values[period] ?? 0;
  return sum;
}

/// Where a quick jump leads, from the hourly demand of the whole year: the season's seven days with the highest demand, the
/// day that holds the year's highest hour. None where the model has no such days.
export function jumpWindow(jump: Jump, demand: number[], clock: Clock): Window | undefined {
  const periods = demand.length;
  if (jump === "year") return { from: 0, to: periods };
  const days = wholeDays(clock, periods);
  if (jump === "peak_day") {
    const peak = demand.reduce(
      (best, value, period) => (value > (demand[best] ?? Number.NEGATIVE_INFINITY) ? period : best),
      0,
    );
    return days.find(({ from, to }) => from <= peak && peak < to);
  }
  const season = jump === "winter_week" ? kWinter : kSummer;
  let best: Window | undefined;
  let most = Number.NEGATIVE_INFINITY;
  for (let first = 0; first + 7 <= days.length; first += 1) {
    const week = { from: days[first]?.from ?? 0, to: days[first + 6]?.to ?? 0 };
    const inside = [week.from, week.to - 1].every((period) =>
      season.includes(new Date(wallTime(clock, period)).getUTCMonth()),
    );
    const sum = inside ? total(demand, week) : Number.NEGATIVE_INFINITY;
    if (sum > most) {
      most = sum;
      best = week;
    }
  }
  return best;
}
