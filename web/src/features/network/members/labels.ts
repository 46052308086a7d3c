// SPDX-License-Identifier: Apache-2.0
import type { TFunction } from "i18next";
import { countryName } from "../../people/countries";
import type { FacetName, MemberPage } from "./api";

type Labels = Record<string, string> | undefined;

/** In the reader's language, or else in English, or whatever there is. */
export function labelOf(labels: Labels, code: string, language: string): string {
  return labels?.[language] ?? labels?.en ?? Object.values(labels ?? {})[0] ?? code;
}

/** What a value of a facet is called. */
export function facetLabel(
  t: TFunction,
  language: "ko" | "en",
  name: FacetName,
  value: string,
  page: Pick<MemberPage, "labels" | "clusters"> | undefined,
): string {
  switch (name) {
    case "country":
      return countryName(value as never, language);
    case "kind":
      return t(`people.kind.${value}`);
    case "size_class":
      return t(`network.size.${value}`);
    case "activity":
      return t(`network.activity.${value}`);
    case "technology":
      return labelOf(page?.labels[value], value, language);
    case "cluster":
      return page?.clusters[value] ?? value;
    case "hs_code":
      return value;
  }
}

/** "1,204 members". */
export function memberCount(t: TFunction, language: string, count: number): string {
  return t("network.members.count", { count, n: count.toLocaleString(language) });
}
