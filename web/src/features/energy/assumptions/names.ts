// SPDX-License-Identifier: Apache-2.0
// How a number of a model is called and written.

import type { TFunction } from "i18next";
import { formatNumber, type Language } from "../lib/format";
import { labelOf } from "../lib/labels";

export interface Named {
  list: string;
  name: string;
  field: string;
  label_ko: string;
  label_en: string;
}

/** "Solar on roofs"; what belongs to no part is the model's own. */
export const partOf = (one: Named, t: TFunction, language: Language): string =>
  one.list === "" ? t("plan.part.model") : labelOf(one, language);

/** "energy capacity · investment": the field, and which of a part's capacities or outputs it is of. */
export function fieldOf(one: Named, t: TFunction): string {
  if (one.list === "series") return t("assumption.series_factor");
  const steps = one.field.split("/");
  const last = steps.at(-1) ?? "";
  const name = (key: string) => t(`plan.field_name.${key}`, { defaultValue: key });
  const of = steps.slice(0, -1).filter((step) => step !== "capital_cost");
  if (one.list !== "stores" && of[0] === "p_nom") of.shift();
  return [...of.map(name), name(last)].join(" · ");
}

export const nameOf = (one: Named, t: TFunction, language: Language): string =>
  `${partOf(one, t, language)} · ${fieldOf(one, t)}`;

/** The unit as people read it; shares have none. */
export function unitText(unit: string, t: TFunction): string {
  const known: Record<string, string> = {
    "1": "",
    factor: "×",
    switch: "",
    a: t("plan.unit.years"),
    "1/a": t("assumption.per_year"),
    "1/h": t("assumption.per_hour"),
  };
  return known[unit] ?? unit.replace("·a)", `·${t("plan.unit.year")})`);
}

export function valueText(value: number | undefined, unit: string, t: TFunction, language: Language): string {
  if (value === undefined) return "–";
  if (unit === "switch") return t(value === 0 ? "assumption.off" : "assumption.on");
  if (unit === "factor") return `× ${formatNumber(value, language, 7)}`;
  return [formatNumber(value, language, 9), unitText(unit, t)].filter(Boolean).join(" ");
}
