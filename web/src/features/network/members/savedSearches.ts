// SPDX-License-Identifier: Apache-2.0
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { client, type Schemas, unwrap } from "../../../api/client";

export type SavedSearch = Schemas["SavedSearch"];

export const savedSearchesQuery = queryOptions({
  queryKey: ["saved_searches"],
  queryFn: async ({ signal }) => (await unwrap(client.GET("/network/searches", { signal }))).data.items,
});

function useRefresh() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ["saved_searches"] });
}

export function useSaveSearch() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async ({ key, body }: { key: string; body: Schemas["NewSavedSearch"] }) =>
      (
        await unwrap(
          client.POST("/network/searches", { params: { header: { "Idempotency-Key": key } }, body }),
        )
      ).data,
    onSuccess: refresh,
  });
}

/** Whether mails tell of what is new in it. */
export function useNotify() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async ({ search, notify }: { search: SavedSearch; notify: boolean }) =>
      (
        await unwrap(
          client.PUT("/network/searches/{search_id}", {
            params: { path: { search_id: search.id }, header: { "If-Match": `"${search.version}"` } },
            body: { name: search.name, query: search.query, notify },
          }),
        )
      ).data,
    onSettled: refresh,
  });
}

export function useDeleteSavedSearch() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async ({ id, version }: SavedSearch) => {
      await unwrap(
        client.DELETE("/network/searches/{search_id}", {
          params: { path: { search_id: id }, header: { "If-Match": `"${version}"` } },
        }),
      );
    },
    onSettled: refresh,
  });
}

/** What is found now is no longer new. */
export function useSeeSavedSearch() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async (id: string) =>
      (
        await unwrap(
          client.POST("/network/searches/{search_id}/seen", { params: { path: { search_id: id } } }),
        )
      ).data,
    onSuccess: refresh,
  });
}
