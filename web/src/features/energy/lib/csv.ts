// SPDX-License-Identifier: Apache-2.0

/// Rows as CSV (RFC 4180) with a byte order mark, by which spreadsheets know the text is UTF-8. A text that a spreadsheet would take for
/// a formula gets an apostrophe.
export function toCsv(rows: (string | number | undefined | null)[][]): string {
  return `\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

function cell(value: string | number | undefined | null): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
