// SPDX-License-Identifier: Apache-2.0
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { client, unwrap } from "../../../api/client";

export interface OfferedConcept {
  id: string;
  /** The term to show in each language. */
  labels: Record<string, string>;
}

/** Concepts with a term in any language that contains what was typed. */
export function conceptQuery(q: string) {
  return queryOptions({
    queryKey: ["taxonomy", "offered", q],
    enabled: q !== "",
    queryFn: async ({ signal }): Promise<OfferedConcept[]> => {
      const { items } = (
        await unwrap(
          client.GET("/network/taxonomy/concepts", { params: { query: { q, limit: 20 } }, signal }),
        )
      ).data;
      return items.map(({ id, terms }) => ({
        id,
        labels: Object.fromEntries([...terms].reverse().map(({ language, term }) => [language, term])),
      }));
    },
    placeholderData: keepPreviousData,
  });
}
