// SPDX-License-Identifier: Apache-2.0

/** "4.5e6, 3e6 0" as numbers; undefined where one is none. */
export function listed(text: string): number[] | undefined {
  const parts = text.split(/[\s,;]+/).filter(Boolean);
  const numbers = parts.map(Number);
  return parts.length > 0 && numbers.every(Number.isFinite) ? numbers : undefined;
}

/** So many values from the first to the last, both among them. */
export function stepped(from: number, to: number, steps: number): number[] {
  if (steps <= 1) return [from];
  return Array.from({ length: steps }, (_, at) =>
    Number((from + ((to - from) * at) / (steps - 1)).toPrecision(12)),
  );
}
