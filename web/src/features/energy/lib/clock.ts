// SPDX-License-Identifier: Apache-2.0
// Periods of a model and the wall clock of its region.

export interface Clock {
  /// UTC milliseconds of period 0.
  start: number;
  timeZone: string;
  hoursPerPeriod: number;
}

const offsets = new Map<string, Intl.DateTimeFormat>();

/// How far the wall clock of a zone is ahead of UTC at an instant, in milliseconds.
export function zoneOffset(instant: number, timeZone: string): number {
  let format = offsets.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-GB", {
      timeZone,
      year: "numeric",
      month: "2-digit",
      day: "2-digit",
      hour: "2-digit",
      minute: "2-digit",
      second: "2-digit",
      hourCycle: "h23",
    });
    offsets.set(timeZone, format);
  }
  const part = Object.fromEntries(
    format.formatToParts(instant).map(({ type, value }) => [type, Number(value)]),
  );
  const wall = Date.UTC(part.year ?? 0, (part.month ?? 1) - 1, part.day, part.hour, part.minute, part.second);
  return wall - Math.floor(instant / 1000) * 1000;
}

/// The wall time "2030-01-01T00:00" of a zone as UTC milliseconds.
export function wallToInstant(wall: string, timeZone: string): number {
  const asUtc = Date.parse(`${wall}:00Z`);
  const guess = asUtc - zoneOffset(asUtc, timeZone);
  return asUtc - zoneOffset(guess, timeZone);
}

/// The wall clock at the start of a period, as milliseconds that read right when shown as UTC (charts show UTC).
export function wallTime(clock: Clock, period: number): number {
  const instant = clock.start + period * clock.hoursPerPeriod * 3_600_000;
  return instant + zoneOffset(instant, clock.timeZone);
}

/// The period at a wall time as charts show it; not clamped.
export function periodAt(clock: Clock, wall: number): number {
  const instant = wall - zoneOffset(wall - zoneOffset(wall, clock.timeZone), clock.timeZone);
  return (instant - clock.start) / (clock.hoursPerPeriod * 3_600_000);
}
