// SPDX-License-Identifier: Apache-2.0
// A measure as a form: everything is text until it is sent.
import { type Row, rowsOf, sent } from "../../components/rows";
import { currentLanguage } from "../../i18n";
import type { Measure, MeasureContent } from "./api";

export interface MeasureValues extends Record<string, unknown> {
  title: string;
  summary: string;
  responsible: string;
  sector: MeasureContent["sector"];
  end_use: MeasureContent["end_use"];
  begins: string;
  ends: string;
  currency: string;
  price_year: string;
  budget: string;
  spent: string;
  budget_source: string;
  investment: string;
  lifetime_years: string;
  yearly_cost: string;
  energy_price: string;
  cost_source: string;
  method: string;
  method_source: string;
  years: Row[];
  milestones: Row[];
  evidence: Row[];
  cancelled: boolean;
  cancel_reason: string;
}

const kNumbers = [
  "price_year",
  "budget",
  "spent",
  "investment",
  "lifetime_years",
  "yearly_cost",
  "energy_price",
];
const kYearNumbers = ["year", "expected_mwh", "expected_t", "actual_mwh", "actual_t"];

const text = (value: unknown) => (value === undefined || value === null ? "" : String(value));

export function valuesOf(one?: Measure): MeasureValues {
  const now = new Date().getFullYear();
  return {
    title: one?.title ?? "",
    summary: one?.summary ?? "",
    responsible: one?.responsible ?? "",
    sector: one?.sector ?? "public_buildings",
    end_use: one?.end_use ?? "other",
    begins: one?.begins ?? `${now + 1}-01-01`,
    ends: one?.ends ?? "2030-12-31",
    currency: one?.currency ?? "KRW",
    price_year: text(one?.price_year ?? now),
    budget: text(one?.budget),
    spent: text(one?.spent),
    budget_source: one?.budget_source ?? "",
    investment: text(one?.investment),
    lifetime_years: text(one?.lifetime_years),
    yearly_cost: text(one?.yearly_cost),
    energy_price: text(one?.energy_price),
    cost_source: one?.cost_source ?? "",
    method: one?.method ?? "",
    method_source: one?.method_source ?? "",
    years: rowsOf(one?.years).map(({ expected_toe, actual_toe, ...row }) => row),
    milestones: rowsOf(one?.milestones),
    evidence: rowsOf(one?.evidence),
    cancelled: one?.cancelled ?? false,
    cancel_reason: one?.cancel_reason ?? "",
  };
}

/** A year for which nothing is said of one of the two is expected to save none of it. */
function yearOf(row: Row): Row {
  return { ...row, expected_mwh: row.expected_mwh || "0", expected_t: row.expected_t || "0" };
}

export function contentOf(values: MeasureValues, language = currentLanguage()): MeasureContent {
  const { years, milestones, evidence, cancelled, title, method, ...rest } = values;
  return {
    ...sent<Omit<MeasureContent, "title" | "method">>(rest as unknown as Row, kNumbers),
    title,
    method,
    language,
    years: years.map((row) => sent(yearOf(row), kYearNumbers)),
    milestones: milestones.map((row) => sent(row)),
    evidence: evidence.map((row) => sent(row)),
    ...(cancelled && { cancelled }),
  };
}

/** Years from the first to the last, straight between the savings of both: what people mostly begin with. */
export function straightYears(from: number, to: number, first: number[], last: number[]): Row[] {
  const rows: Row[] = [];
  for (let year = from; year <= to; year++) {
    const share = to > from ? (year - from) / (to - from) : 0;
    const [mwh = 0, t = 0] = first.map((value, at) => Math.round(value + share * ((last[at] ?? 0) - value)));
    rows.push({ year: String(year), expected_mwh: String(mwh), expected_t: String(t) });
  }
  return rows;
}
