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

/// Equal bins from the least to the most; values that are all alike fall into one.
export function histogram(values: number[], bins = 12): Bin[] {
  if (values.length === 0) return [];
  const [least, most] = [Math.min(...values), Math.max(...values)];
  if (most - least <= 1e-9 * Math.max(1, Math.abs(most)))
    return [{ from: least, to: most, count: values.length }];
  const width = (most - least) / bins;
  const all = Array.from({ length: bins }, (_, bin) => ({
    from: least + bin * width,
    to: least + (bin + 1) * width,
    count: 0,
  }));
  for (const value of values) {
    const bin = all[Math.min(bins - 1, Math.floor((value - least) / width))];
    if (bin) bin.count += 1;
  }
  return all;
}
