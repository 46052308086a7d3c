// SPDX-License-Identifier: Apache-2.0
// How a number of a model is called and written.

import { useQuery } from "@tanstack/react-query";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { planQuery } from "../api/queries";
import type { Network } from "../api/types";
import { formatNumber, type Language } from "../lib/format";
import { labelByName, labelOf, seriesLabel } from "../lib/labels";
import { unescaped } from "../lib/pointer";
import { useLanguage } from "../shell";

export interface Named {
  list: string;
  name: string;
  field: string;
  label_ko: string;
  label_en: string;
}

/** What a series of the model is called; without the model, or where nothing uses it, none. */
const seriesOf = (one: Named, t: TFunction, language: Language, model?: Network) =>
  one.list === "series" && model
    ? seriesLabel(model, one.name, language, (name, count) => t("assumption.and_more", { name, count }))
    : undefined;

/** "Solar on roofs"; what belongs to no part is the model's own, and a series belongs to what uses it. */
export const partOf = (one: Named, t: TFunction, language: Language, model?: Network): string =>
  one.list === ""
    ? t("plan.part.model")
    : (seriesOf(one, t, language, model)?.label ?? labelOf(one, language));

/** "energy capacity · investment": the field, and which of a part's capacities or outputs it is of. */
export function fieldOf(one: Named, t: TFunction, language: Language, model?: Network): string {
  const name = (key: string) => t(`plan.field_name.${key}`, { defaultValue: key });
  if (one.list === "series") {
    const { quantity = "", year } = seriesOf(one, t, language, model) ?? {};
    const said = quantity
      ? t("assumption.series_of", { quantity: name(quantity) })
      : t("assumption.series_factor");
    return year ? `${said} · ${year}` : said;
  }
  const steps = one.field.split("/");
  const last = steps.at(-1) ?? "";
  const of = steps.slice(0, -1).filter((step) => step !== "capital_cost");
  if (one.list !== "stores" && of[0] === "p_nom") of.shift();
  const [kind, bus] = of;
  if ((kind === "outputs" || kind === "coproducts") && bus !== undefined)
    return [name(kind), labelByName(model?.buses ?? [], unescaped(bus), language), name(last)].join(" · ");
  return [...of.map(name), name(last)].join(" · ");
}

export const nameOf = (one: Named, t: TFunction, language: Language, model?: Network): string =>
  `${partOf(one, t, language, model)} · ${fieldOf(one, t, language, model)}`;

/** The same with the model of a plan, where it is at hand. */
export function useNumberNames(planId: string) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data } = useQuery({ ...planQuery(planId), enabled: planId !== "" });
  const model = data?.value.model;
  return {
    model,
    partOf: (one: Named) => partOf(one, t, language, model),
    fieldOf: (one: Named) => fieldOf(one, t, language, model),
    nameOf: (one: Named) => nameOf(one, t, language, model),
  };
}

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
