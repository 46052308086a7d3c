// SPDX-License-Identifier: Apache-2.0
import { queryOptions, useMutation } from "@tanstack/react-query";
import { client, type Schemas, unwrap } from "../../../api/client";
import { tag, useRefreshNetwork } from "../requests";

export type Growth = Schemas["NetworkGrowth"];
export type GrowthFact = Schemas["GrowthFact"];
export type GrowthFactContent = Schemas["GrowthFactContent"];

export const growthQuery = queryOptions({
  queryKey: ["network", "growth"],
  queryFn: async ({ signal }) => (await unwrap(client.GET("/network/growth", { signal }))).data,
});

/** All of them: a page draws them together. */
export const factsQuery = queryOptions({
  queryKey: ["network", "growth", "facts"],
  queryFn: async ({ signal }) => {
    const all: GrowthFact[] = [];
    let cursor: string | undefined;
    do {
      const { data } = await unwrap(
        client.GET("/network/growth_facts", {
          params: { query: { limit: 200, ...(cursor && { cursor }) } },
          signal,
        }),
      );
      all.push(...data.items);
      cursor = data.next_cursor;
    } while (cursor);
    return all;
  },
});

export function useSaveFact() {
  const refresh = useRefreshNetwork();
  return useMutation({
    mutationFn: async ({ fact, key, body }: { fact?: GrowthFact; key: string; body: GrowthFactContent }) =>
      fact
        ? (
            await unwrap(
              client.PUT("/network/growth_facts/{record_id}", {
                params: { path: { record_id: fact.id }, header: { "If-Match": tag(fact.version) } },
                body,
              }),
            )
          ).data
        : (
            await unwrap(
              client.POST("/network/growth_facts", { params: { header: { "Idempotency-Key": key } }, body }),
            )
          ).data,
    onSuccess: refresh,
  });
}

export function useDeleteFact() {
  const refresh = useRefreshNetwork();
  return useMutation({
    mutationFn: async ({ id, version }: { id: string; version: number }) => {
      await unwrap(
        client.DELETE("/network/growth_facts/{record_id}", {
          params: { path: { record_id: id }, header: { "If-Match": tag(version) } },
        }),
      );
    },
    onSuccess: refresh,
  });
}

export function useRestoreFact() {
  const refresh = useRefreshNetwork();
  return useMutation({
    mutationFn: async (id: string) =>
      (
        await unwrap(
          client.POST("/network/growth_facts/{record_id}/restore", { params: { path: { record_id: id } } }),
        )
      ).data,
    onSettled: refresh,
  });
}
