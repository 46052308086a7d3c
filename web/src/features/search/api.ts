// SPDX-License-Identifier: Apache-2.0
import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { client, type Schemas, unwrap } from "../../api/client";

export type Found = Schemas["Found"];
export type FoundGroup = Schemas["FoundGroup"];

/** The best of every kind. What is typed may go on. */
export function foundQuery(q: string, limit: number, enabled = true) {
  return queryOptions({
    queryKey: ["search", q, limit],
    enabled: enabled && q !== "",
    placeholderData: q === "" ? undefined : keepPreviousData,
    queryFn: async ({ signal }) =>
      (await unwrap(client.GET("/search", { params: { query: { q, limit, unfinished: true } }, signal })))
        .data.groups,
  });
}

/** All of one kind, a page at a time. */
export function foundOfKindQuery(q: string, kind: string) {
  return infiniteQueryOptions({
    queryKey: ["search", q, "kind", kind],
    enabled: q !== "" && kind !== "",
    initialPageParam: "",
    queryFn: async ({ pageParam, signal }) =>
      (
        await unwrap(
          client.GET("/search", {
            params: {
              query: { q, kind, limit: 20, unfinished: true, ...(pageParam && { cursor: pageParam }) },
            },
            signal,
          }),
        )
      ).data.groups[0],
    getNextPageParam: (last) => last?.next_cursor,
  });
}

export const textOf = (parts: Schemas["TextPart"][]): string => parts.map(({ text }) => text).join("");
