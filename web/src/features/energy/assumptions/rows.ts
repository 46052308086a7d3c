// SPDX-License-Identifier: Apache-2.0
import type { TFunction } from "i18next";
import type { ChartTable } from "../../../components/chart/csv";
import type { Network } from "../api/types";
import type { Language } from "../lib/format";
import type { Assumption } from "./api";
import { fieldOf, nameOf, partOf, unitText } from "./names";

export type Show = "all" | "without" | "with" | "range" | "unused";
export const kShows: Show[] = ["all", "without", "with", "range", "unused"];
export type Sort = "model" | "name" | "-name" | "updated" | "-updated";

export interface Filter {
  q: string;
  show: Show;
  list: string;
  source: string;
  sort: string;
}

const shown: Record<Show, (one: Assumption) => boolean> = {
  all: (one) => one.counts,
  without: (one) => one.counts && !one.sourced,
  with: (one) => one.counts && one.sourced,
  range: (one) => one.low !== undefined && one.high !== undefined,
  unused: (one) => !one.counts,
};

/** Those that the filter lets through, in its order. Switches are no assumptions. */
export function rowsOf(
  all: Assumption[],
  filter: Filter,
  t: TFunction,
  language: Language,
  model?: Network,
): Assumption[] {
  const wanted = filter.q.trim().toLocaleLowerCase(language);
  const rows = all.filter(
    (one) =>
      one.unit !== "switch" &&
      shown[filter.show](one) &&
      (filter.list === "" || (one.list || "model") === filter.list) &&
      (filter.source === "" || one.source_code === filter.source) &&
      (wanted === "" ||
        [nameOf(one, t, language, model), one.at, one.source_document, one.note_ko, one.note_en]
          .join("\n")
          .toLocaleLowerCase(language)
          .includes(wanted)),
  );
  const by = (key: (one: Assumption) => string, sign: number) =>
    rows.sort((a, b) => sign * key(a).localeCompare(key(b), language));
  if (filter.sort === "name") return by((one) => nameOf(one, t, language, model), 1);
  if (filter.sort === "-name") return by((one) => nameOf(one, t, language, model), -1);
  if (filter.sort === "updated") return by((one) => one.updated ?? "", 1);
  if (filter.sort === "-updated") return by((one) => one.updated ?? "", -1);
  return rows;
}

export const tableOf = (
  rows: Assumption[],
  t: TFunction,
  language: Language,
  model?: Network,
): ChartTable => ({
  columns: [
    ...["part", "name", "value", "unit", "source", "price_year", "low", "high", "note_ko", "note_en"].map(
      (key) => t(`assumption.field.${key}`),
    ),
    t("assumption.address"),
  ],
  rows: rows.map((one) => [
    partOf(one, t, language, model),
    fieldOf(one, t, language, model),
    one.value ?? "",
    unitText(one.unit, t),
    one.sourced
      ? [one.source_document, one.source_publisher].filter(Boolean).join(", ")
      : t("assumption.without_source"),
    one.price_year ?? "",
    one.low ?? "",
    one.high ?? "",
    one.note_ko,
    one.note_en,
    one.at,
  ]),
});
