// SPDX-License-Identifier: Apache-2.0
// The centre's year as a form: tasks stand in rows; who works on them and what they cost in rows of their own.
import { type Row, rowsOf, sent } from "../../../components/rows";
import { currentLanguage } from "../../../i18n";
import type { CentreTask, CentreYear, CentreYearContent } from "./api";

export interface YearValues extends Record<string, unknown> {
  year: string;
  title: string;
  summary: string;
  currency: string;
  state: CentreYearContent["state"];
  staff: Row[];
  budget: Row[];
  tasks: Row[];
  /** task (its number from 1), name, months. */
  work: Row[];
  /** task, line, amount. */
  money: Row[];
}

export function valuesOf(one?: CentreYear): YearValues {
  const next = new Date().getFullYear() + 1;
  const tasks = one?.tasks ?? [];
  return {
    year: String(one?.year ?? next),
    title: one?.title ?? "",
    summary: one?.summary ?? "",
    currency: one?.currency ?? "KRW",
    state: one?.state ?? "draft",
    staff: rowsOf(one?.staff),
    budget: rowsOf(one?.budget),
    tasks: tasks.map(({ staff, money, ...task }) => ({ ...task }) as Row),
    work: tasks.flatMap(({ staff = [] }, at) => staff.map((row) => ({ task: String(at + 1), ...row }))),
    money: tasks.flatMap(({ money = [] }, at) => money.map((row) => ({ task: String(at + 1), ...row }))),
  };
}

export function contentOf(values: YearValues, language = currentLanguage()): CentreYearContent {
  const { year, title, summary, currency, state } = values;
  const of = <T>(rows: Row[], at: number, number: string): T[] =>
    rows.filter(({ task }) => task === String(at + 1)).map(({ task, ...row }) => sent<T>(row, [number]));
  return {
    year: Number(year),
    title,
    summary,
    currency,
    language,
    ...(state && { state }),
    staff: values.staff.map((row) => sent(row, ["months"])),
    budget: values.budget.map((row) => sent(row, ["amount"])),
    tasks: values.tasks.map((row, at) => ({
      ...sent<CentreTask>(row),
      staff: of(values.work, at, "months"),
      money: of(values.money, at, "amount"),
    })),
  };
}
