// SPDX-License-Identifier: Apache-2.0
// Rows of a form: everything is text, lists of texts or ticks until it is sent.

export type Cell = string | number | boolean | string[] | undefined;
export type Row = Record<string, Cell>;

/** A row as it is sent: trimmed, without what is empty. `numbers` are read as numbers. */
export function sent<T>(row: Row, numbers: string[] = []): T {
  const kept: Row = {};
  for (const [name, value] of Object.entries(row)) {
    if (value === undefined || value === "" || (Array.isArray(value) && value.length === 0)) continue;
    if (typeof value !== "string") kept[name] = value;
    else if (value.trim() !== "") kept[name] = numbers.includes(name) ? Number(value) : value.trim();
  }
  return kept as T;
}

/** A list of the record as rows of the form. */
export function rowsOf(list: object[] | undefined): Row[] {
  return (list ?? []).map((one) => ({ ...one }) as Row);
}
