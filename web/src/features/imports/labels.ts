// SPDX-License-Identifier: Apache-2.0
import type { TFunction } from "i18next";
import type { Import, ImportColumn } from "./api";

/** What a column of the resource is called, with its unit. */
export function columnLabel(t: TFunction, column: ImportColumn): string {
  return t(column.label) + (column.unit && ` (${column.unit})`);
}

/** A column of the file as people tell it apart: its letter as in a spreadsheet, its heading, its unit. */
export function headingLabel(one: Import, index: number): string {
  const heading = one.headings[index];
  const name = heading?.name || one.sample[0]?.[index] || "";
  return `${letters(index)} · ${name}${heading?.unit ? ` (${heading.unit})` : ""}`;
}

/** 0 is A, 25 Z, 26 AA. */
export function letters(index: number): string {
  const last = String.fromCharCode(65 + (index % 26));
  return index < 26 ? last : letters(Math.floor(index / 26) - 1) + last;
}

/** A choice's key becomes its label; other texts stay. */
export function cellLabel(t: TFunction, column: ImportColumn | undefined, text: string): string {
  return column?.type === "choice" && column.choices.includes(text)
    ? t(`${column.choice_labels}${text}`)
    : text;
}
