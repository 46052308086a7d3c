// SPDX-License-Identifier: Apache-2.0
// Figures of measures with their units, written out: a sum of tonnes is read in full.
import { formatMoney, formatNumber, type Language } from "../energy/lib/format";

export const tonnes = (value: number | undefined, language: Language) =>
  value === undefined ? "–" : `${formatNumber(value, language)} tCO2`;
export const mwh = (value: number | undefined, language: Language) =>
  value === undefined ? "–" : `${formatNumber(value, language)} MWh`;
export const toe = (value: number | undefined, language: Language) =>
  value === undefined ? "–" : `${formatNumber(value, language)} toe`;
export const money = (value: number | undefined, currency: string, language: Language) =>
  value === undefined ? "–" : formatMoney(value, currency, language);
