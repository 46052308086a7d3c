// SPDX-License-Identifier: Apache-2.0
import type { ReactNode } from "react";

/** A column that a list can show. */
export interface ListColumn<T> {
  key: string;
  label: string;
  cell: (item: T) => ReactNode;
  /** The list is not readable without it. */
  always?: boolean;
  /** Shown unless a person chooses otherwise. */
  first?: boolean;
  numeric?: boolean;
  /** What `sort` is when this column orders the list, the smallest first and the largest first. */
  sort?: { up: string; down: string };
}

/** The columns that the address names, in the list's own order; without it those shown at first. */
export function shownColumns<T>(columns: ListColumn<T>[], address: unknown): ListColumn<T>[] {
  const named = typeof address === "string" && address ? address.split(",") : undefined;
  return columns.filter(
    ({ key, always, first }) => always || (named ? named.includes(key) : first !== false),
  );
}

/** What the address says when a column is switched; undefined: the columns are those shown at first. */
export function switched<T>(
  columns: ListColumn<T>[],
  shown: ListColumn<T>[],
  key: string,
): string | undefined {
  const keys = columns
    .filter((column) => (column.key === key ? !shown.includes(column) : shown.includes(column)))
    .map((column) => column.key);
  const usual = shownColumns(columns, undefined).map((column) => column.key);
  return keys.join() === usual.join() ? undefined : keys.join();
}

/** The next order when a heading is pressed: up, then down. */
export function nextSort(sort: { up: string; down: string }, now: string): string {
  return now === sort.up ? sort.down : sort.up;
}
