// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from "react-i18next";
import { formatDay } from "../../i18n";
import { useLanguage } from "./surroundings";

export interface SourceParts {
  /** Where the figures were read, in the order of their weight; the same said twice counts once. */
  names: (string | undefined)[];
  /** The instant of what Dure computed or keeps; default: now. */
  when?: string;
  /** Whether records made up for the example are counted. */
  fictitious?: boolean;
  /** What else one must know to read the figures. */
  more?: string | undefined;
}

/** More are named by their number. */
const kNamed = 6;

/** The line under a chart, which goes with its files: sources, the day, what is made up. */
export function useSourceLine(): (parts: SourceParts) => string {
  const { t } = useTranslation();
  const language = useLanguage();
  return ({ names, when, fictitious, more }) => {
    const all = [...new Set(names.map((name) => name?.trim()).filter(Boolean))];
    const list = all.slice(0, kNamed).join(", ");
    const left = all.length - kNamed;
    const read = t("chart.source.read", { day: formatDay(when ?? new Date().toISOString(), language) });
    const named = left > 0 ? `${list} ${t("chart.source.more", { count: left })}` : list;
    return [
      t("chart.source.line", { list: [named, read].filter(Boolean).join(" · ") }),
      fictitious && t("chart.source.fictitious"),
      more,
    ]
      .filter(Boolean)
      .join(" · ");
  };
}
