// SPDX-License-Identifier: Apache-2.0

export interface ChartTable {
  columns: string[];
  rows: (string | number)[][];
}

/** A cell that a spreadsheet would take for a formula is kept as text. */
function cell(value: string | number): string {
  if (typeof value === "number") return String(value);
  const text = /^[=+@\t\r]|^-(?!\d)/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** RFC 4180, with the mark by which spreadsheets know UTF-8. The source is a last row of one cell. */
export function toCsv({ columns, rows }: ChartTable, source?: string): string {
  const all = source ? [columns, ...rows, [source]] : [columns, ...rows];
  return `\ufeff${all.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}
