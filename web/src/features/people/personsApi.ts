// SPDX-License-Identifier: Apache-2.0
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import { client, type Schemas, unwrap } from "../../api/client";
import type { Sort } from "./api";

export type Person = Schemas["Person"];
export type PersonLine = Schemas["PersonLine"];
export type PersonContent = Schemas["PersonContent"];

export interface PersonFilter {
  q: string;
  organisation?: string;
  language?: string;
  sort: Sort;
  deleted: boolean;
}

const queryOf = ({ q, organisation, language, sort, deleted }: PersonFilter) => ({
  sort,
  ...(q && { q }),
  ...(organisation && { organisation }),
  ...(language && { language }),
  ...(deleted && { deleted }),
});

export function personListQuery(filter: PersonFilter, limit = 50) {
  return infiniteQueryOptions({
    queryKey: ["persons", "list", filter, limit],
    queryFn: async ({ pageParam, signal }) =>
      (
        await unwrap(
          client.GET("/persons", {
            params: { query: { ...queryOf(filter), limit, ...(pageParam && { cursor: pageParam }) } },
            signal,
          }),
        )
      ).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
  });
}

/** Where the list can be downloaded. */
export function personFileUrl(filter: PersonFilter, format: "csv" | "xlsx"): string {
  const query = new URLSearchParams({ format });
  for (const [name, value] of Object.entries(queryOf(filter))) query.set(name, String(value));
  return `/api/v1/person_files?${query}`;
}

export function personQuery(id: string) {
  return queryOptions({
    queryKey: ["persons", "one", id],
    queryFn: async ({ signal }) =>
      (await unwrap(client.GET("/persons/{person_id}", { params: { path: { person_id: id } }, signal })))
        .data,
  });
}

export function personHistoryQuery(id: string) {
  return infiniteQueryOptions({
    queryKey: ["persons", "history", id],
    queryFn: async ({ pageParam, signal }) =>
      (
        await unwrap(
          client.GET("/persons/{person_id}/history", {
            params: {
              path: { person_id: id },
              query: { limit: 20, ...(pageParam && { cursor: pageParam }) },
            },
            signal,
          }),
        )
      ).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor,
  });
}

function useRefresh() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ["persons"] });
}

export function useCreatePerson() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async ({ key, body }: { key: string; body: PersonContent }) =>
      (await unwrap(client.POST("/persons", { params: { header: { "Idempotency-Key": key } }, body }))).data,
    onSuccess: refresh,
  });
}

export function useReplacePerson() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async ({ id, version, body }: { id: string; version: number; body: PersonContent }) =>
      (
        await unwrap(
          client.PUT("/persons/{person_id}", {
            params: { path: { person_id: id }, header: { "If-Match": `"${version}"` } },
            body,
          }),
        )
      ).data,
    onSuccess: refresh,
  });
}

export function useDeletePerson() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, version }: { id: string; version: number }) => {
      await unwrap(
        client.DELETE("/persons/{person_id}", {
          params: { path: { person_id: id }, header: { "If-Match": `"${version}"` } },
        }),
      );
    },
    // The record's own page is left at once: asking for it again would only be told that it is gone.
    onSuccess: () => queries.invalidateQueries({ queryKey: ["persons", "list"] }),
  });
}

export function useRestorePerson() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async (id: string) =>
      (await unwrap(client.POST("/persons/{person_id}/restore", { params: { path: { person_id: id } } })))
        .data,
    onSettled: refresh,
  });
}
