// SPDX-License-Identifier: Apache-2.0
// What many samples say together.

export interface Spread {
  low: number;
  median: number;
  high: number;
}

/// The value below which the share lies, between two samples by interpolation.
export function quantile(sorted: number[], share: number): number {
  const at = share * (sorted.length - 1);
  const [below = 0, above = below] = [sorted[Math.floor(at)], sorted[Math.ceil(at)]];
  return below + (at - Math.floor(at)) * (above - below);
}

/// 5 %, median and 95 %; none without values.
export function spreadOf(values: number[]): Spread | undefined {
  if (values.length === 0) return undefined;
  const sorted = [...values].sort((a, b) => a - b);
  return { low: quantile(sorted, 0.05), median: quantile(sorted, 0.5), high: quantile(sorted, 0.95) };
}

export interface Bin {
  from: number;
  to: number;
  count: number;
}

/// 1, 2, 2.5 or 5 times a power of ten, at least the width.
function roundWidth(width: number): number {
  const power = 10 ** Math.floor(Math.log10(width));
  const times = [1, 2, 2.5, 5, 10].find((step) => step * power >= width * (1 - 1e-9)) ?? 10;
  return times * power;
}

/// Equal bins with round edges that hold every value, about as many as asked for; values that are all alike fall into one.
export function histogram(values: number[], bins = 12): Bin[] {
  if (values.length === 0) return [];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  if (most - least <= 1e-9 * Math.max(1, Math.abs(most)))
    return [{ from: least, to: most, count: values.length }];
  const width = roundWidth((most - least) / bins);
  const first = Math.floor(least / width + 1e-9);
  const count = Math.max(1, Math.ceil(most / width - 1e-9) - first);
  const all = Array.from({ length: count }, (_, bin) => ({
    from: (first + bin) * width,
    to: (first + bin + 1) * width,
    count: 0,
  }));
  for (const value of values) {
    const bin = all[Math.min(count - 1, Math.max(0, Math.floor(value / width + 1e-9) - first))];
    if (bin) bin.count += 1;
  }
  return all;
}
