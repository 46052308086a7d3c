// SPDX-License-Identifier: Apache-2.0
// A forecast as a form. The years of an assumption are written as people write them: "2018: 941398; 2040: 960000".
import { type Row, rowsOf, sent } from "../../../components/rows";
import { currentLanguage } from "../../../i18n";
import type { Assumption, Forecast, ForecastContent } from "./api";

export interface ForecastValues extends Record<string, unknown> {
  title: string;
  summary: string;
  region: string;
  indicator: string;
  item: string;
  source: string;
  to_year: string;
  held_out: string;
  level_percent: string;
  /** One row a sector: its code in the figures. */
  sectors: Row[];
  assumptions: Row[];
  /** sector, driver, elasticity. */
  drivers: Row[];
  /** sector, name, activity, intensity, factor, uncertainty_percent. */
  end_uses: Row[];
}

export function pointsText(points: Assumption["points"]): string {
  return (points ?? []).map(({ year, value }) => `${year}: ${value}`).join("; ");
}

/** What is no "year: value" is kept as a year that the server refuses at its field. */
export function pointsOf(text: string): NonNullable<Assumption["points"]> {
  return text
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map((part) => {
      const [year = "", value = ""] = part.split(/[:=]/).map((one) => one.trim().replaceAll(",", ""));
      return { year: Number(year) || 0, value: value === "" ? Number.NaN : Number(value) };
    });
}

export function pointsAreGood(text: string): boolean {
  return pointsOf(text).every(({ year, value }) => year > 0 && Number.isFinite(value));
}

export function valuesOf(one?: Forecast): ForecastValues {
  return {
    title: one?.title ?? "",
    summary: one?.summary ?? "",
    region: one?.region ?? "kr.daegu",
    indicator: one?.indicator ?? "electricity.sales",
    item: one?.item ?? "",
    source: one?.source ?? "",
    to_year: String(one?.to_year ?? 2040),
    held_out: String(one?.held_out ?? 3),
    level_percent: String(one?.level_percent ?? 95),
    sectors: (one?.sectors ?? [{ sector: "" }]).map(({ sector }) => ({ sector })),
    assumptions: (one?.assumptions ?? []).map(
      ({ points, ...row }) => ({ ...rowsOf([row])[0], points: pointsText(points) }) as Row,
    ),
    drivers: (one?.sectors ?? []).flatMap(({ sector, drivers = [] }) =>
      drivers.map((row) => ({ sector, ...row })),
    ),
    end_uses: (one?.sectors ?? []).flatMap(({ sector, end_uses = [] }) =>
      end_uses.map((row) => ({ sector, ...row })),
    ),
  };
}

export function contentOf(values: ForecastValues, language = currentLanguage()): ForecastContent {
  const of = <T>(rows: Row[], wanted: string, numbers: string[]): T[] =>
    rows.filter(({ sector }) => (sector ?? "") === wanted).map(({ sector, ...row }) => sent<T>(row, numbers));
  const { title, summary, region, indicator, item, source } = values;
  return {
    title,
    summary,
    language,
    region,
    indicator,
    item,
    ...(source.trim() && { source: source.trim() }),
    to_year: Number(values.to_year),
    held_out: Number(values.held_out),
    level_percent: Number(values.level_percent),
    sectors: values.sectors.map(({ sector }) => ({
      sector: String(sector ?? "").trim(),
      drivers: of(values.drivers, String(sector ?? ""), []),
      end_uses: of(values.end_uses, String(sector ?? ""), ["factor", "uncertainty_percent"]),
    })),
    assumptions: values.assumptions.map(({ points, ...row }) => ({
      ...sent<Assumption>(row),
      points: pointsOf(String(points ?? "")),
    })),
  };
}
