// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from "react-i18next";
import { useNumberNames, valueText } from "../assumptions/names";
import { formatMoney } from "../lib/format";
import { useLanguage } from "../shell";
import type { Sweep, SweepPoint } from "./api";

/** How a sweep's numbers and amounts are said. */
export function useWords(sweep: Sweep) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { nameOf } = useNumberNames(sweep.plan);
  const named = (at: string) => sweep.names.find((one) => one.at === at);
  const name = (at: string) => {
    const one = named(at);
    return one && one.unit !== "" ? nameOf(one) : at;
  };
  const value = (at: string, value: number) => valueText(value, named(at)?.unit ?? "1", t, language);
  return {
    t,
    language,
    money: (value: number | undefined) => formatMoney(value, sweep.currency, language),
    name,
    value,
    titleOf: ({ changes }: Pick<SweepPoint, "changes">) =>
      changes.map((change) => `${name(change.at)}: ${value(change.at, change.value)}`).join(", "),
  };
}

/** What an interior point leaves where nothing is built reads 0. */
export const built = (size: number) => (Math.abs(size) < 1e-2 ? 0 : size);
