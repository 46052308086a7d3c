// SPDX-License-Identifier: Apache-2.0

/** An instant as a field for date and time shows it, in the reader's own time zone: 2026-12-01T10:00. */
export function localTime(instant: string): string {
  const there = new Date(instant);
  const shifted = new Date(there.getTime() - there.getTimezoneOffset() * 60_000);
  return shifted.toISOString().slice(0, 16);
}

export const instantOf = (local: string): string => new Date(local).toISOString();
