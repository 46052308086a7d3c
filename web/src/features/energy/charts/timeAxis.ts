// SPDX-License-Identifier: Apache-2.0
// Dates on a chart, as wall time of the region. Values are milliseconds that read right as UTC (see lib/clock).

import type { Language } from "../lib/format";

const locale = (language: Language) => (language === "ko" ? "ko-KR" : "en-GB");
const kHour = 3_600_000;

/// A label on the axis, as long as the span shown needs: a month over the year, a date over weeks, an hour within days.
export function axisDate(wall: number, span: number, language: Language): string {
  const date = new Date(wall);
  const options: Intl.DateTimeFormatOptions = { timeZone: "UTC" };
  if (span > 100 * 24 * kHour) options.month = "short";
  else if (date.getUTCHours() === 0 || span > 12 * 24 * kHour)
    Object.assign(options, { month: "short", day: "numeric" });
  else
    return `${String(date.getUTCHours()).padStart(2, "0")}:${String(date.getUTCMinutes()).padStart(2, "0")}`;
  return new Intl.DateTimeFormat(locale(language), options).format(date);
}

/// The heading of a tooltip: the hour that a point stands for, or its span of hours or days.
export function spanLabel(wall: number, hours: number, language: Language): string {
  const day = new Intl.DateTimeFormat(locale(language), {
    timeZone: "UTC",
    month: "short",
    day: "numeric",
    weekday: "short",
  });
  const clock = (at: number) => new Date(at).toISOString().slice(11, 16);
  if (hours < 24) return `${day.format(wall)} ${clock(wall)}–${clock(wall + hours * kHour)}`;
  if (hours === 24) return day.format(wall);
  return `${day.format(wall)} – ${day.format(wall + (hours - 24) * kHour)}`;
}

/// The window shown, in words: "1 Jan – 31 Dec 2030" or "14 Jan 2030".
export function windowLabel(from: number, to: number, language: Language): string {
  const day = new Intl.DateTimeFormat(locale(language), {
    timeZone: "UTC",
    year: "numeric",
    month: "short",
    day: "numeric",
  });
  const last = to - 1;
  const [first, second] = [day.format(from), day.format(last)];
  if (first !== second) return `${first} – ${second}`;
  const hours = Math.round((to - from) / kHour);
  return hours >= 24
    ? first
    : `${first} ${new Date(from).toISOString().slice(11, 16)}–${new Date(to).toISOString().slice(11, 16)}`;
}
