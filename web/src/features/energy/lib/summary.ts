// SPDX-License-Identifier: Apache-2.0
// One line about a technology, as it stands beside its name in the list of assumptions.

import type { Capacity, CapitalCost } from "../api/types";
import { currencyWord, formatMoney, formatNumber, type Language } from "./format";

export interface SummaryWords {
  year: string;
  years: string;
  new_from: string;
  unlimited: string;
}

export function capacitySummary(
  capacity: Capacity | undefined,
  unit: string,
  language: Language,
  words: SummaryWords,
): string {
  const number = (value: number) => formatNumber(value, language, 5);
  const existing = capacity?.nominal ?? 0;
  if (!capacity?.extendable) return `${number(existing)} ${unit}`;
  const least = capacity.minimum ?? 0;
  const most = capacity.maximum === undefined ? words.unlimited : number(capacity.maximum);
  return `${number(least)}–${most} ${unit}`;
}

export function costSummary(
  cost: CapitalCost | undefined,
  currency: string,
  unit: string,
  language: Language,
  words: SummaryWords,
): string {
  if (cost?.investment !== undefined) {
    const life =
      cost.lifetime_years === undefined
        ? ""
        : ` · ${formatNumber(cost.lifetime_years, language)}${words.years}`;
    return `${formatMoney(cost.investment, currency, language)}/${unit}${life}`;
  }
  if (!cost?.annual) return "";
  const money =
    language === "ko"
      ? formatMoney(cost.annual, currency, language)
      : `${currencyWord(currency, language)} ${formatNumber(cost.annual, language)}`;
  return `${money}/${unit}·${words.year}`;
}

/// A unit of capacity's cost a year: annuity of the investment and fixed operation and maintenance.
export function annualCost(cost: CapitalCost | undefined, discountRate: number): number | undefined {
  if (cost?.annual !== undefined) return cost.annual;
  if (cost?.investment === undefined || cost.lifetime_years === undefined) return undefined;
  const rate = cost.discount_rate ?? discountRate;
  const annuity = rate === 0 ? 1 / cost.lifetime_years : rate / (1 - (1 + rate) ** -cost.lifetime_years);
  return cost.investment * (annuity + (cost.fixed_om_share ?? 0));
}
