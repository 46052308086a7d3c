// SPDX-License-Identifier: Apache-2.0
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { client, type Schemas, unwrap } from "../../api/client";

export type SavedView = Schemas["SavedView"];

export function savedViewsQuery(list: string) {
  return queryOptions({
    queryKey: ["views", list],
    queryFn: async ({ signal }) =>
      (await unwrap(client.GET("/views", { params: { query: { list } }, signal }))).data.items,
    staleTime: 60_000,
  });
}

export function useViewChanges(list: string) {
  const queries = useQueryClient();
  const refresh = { onSettled: () => queries.invalidateQueries({ queryKey: ["views", list] }) };
  const params = (view: SavedView) => ({
    path: { view_id: view.id },
    header: { "If-Match": `"${view.version}"` },
  });
  return {
    create: useMutation({
      mutationFn: async ({ key, ...body }: { key: string; name: string; query: string }) =>
        (
          await unwrap(
            client.POST("/views", {
              params: { header: { "Idempotency-Key": key } },
              body: { list, ...body },
            }),
          )
        ).data,
      ...refresh,
    }),
    replace: useMutation({
      mutationFn: async ({ view, query }: { view: SavedView; query: string }) =>
        (await unwrap(client.PATCH("/views/{view_id}", { params: params(view), body: { query } }))).data,
      ...refresh,
    }),
    remove: useMutation({
      mutationFn: async (view: SavedView) => {
        await unwrap(client.DELETE("/views/{view_id}", { params: params(view) }));
      },
      ...refresh,
    }),
  };
}

/** The address of a list as a view keeps it: every member in a fixed order. */
export function queryOf(search: Record<string, unknown>): string {
  const kept = Object.entries(search).filter(([, value]) => value !== undefined && value !== "");
  return JSON.stringify(Object.fromEntries(kept.sort(([a], [b]) => a.localeCompare(b))));
}

/** What a view's query puts into the address; nothing where it cannot be read. */
export function searchOf(query: string): Record<string, unknown> {
  try {
    const parsed: unknown = JSON.parse(query);
    return typeof parsed === "object" && parsed !== null ? (parsed as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
