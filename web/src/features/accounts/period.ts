// SPDX-License-Identifier: Apache-2.0
// Periods are instants; people give and read them as days of their own place: the last day belongs to the period.
import { formatDay, type Language } from "../../i18n";

const kDay = 24 * 3600 * 1000;

/** The first instant of the day ("2026-12-01") here. */
export function dayStart(day: string): string {
  return new Date(`${day}T00:00:00`).toISOString();
}

/** The first instant after the day. */
export function dayEnd(day: string): string {
  const after = new Date(`${day}T00:00:00`);
  after.setDate(after.getDate() + 1);
  return after.toISOString();
}

/** "2026-12-01" of a date here, as date fields take it. */
export function dayOf(date: Date): string {
  const two = (number: number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

export function daysFromNow(days: number): string {
  return dayOf(new Date(Date.now() + days * kDay));
}

/** The last day that belongs to a period which ends before the instant. */
export function lastDay(until: string, language: Language): string {
  return formatDay(new Date(new Date(until).getTime() - 1).toISOString(), language);
}
