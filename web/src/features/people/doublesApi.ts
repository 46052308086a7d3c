// SPDX-License-Identifier: Apache-2.0
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import { client, type Schemas, unwrap } from "../../api/client";
import type { OrganisationContent } from "./api";

export type OrganisationDouble = Schemas["OrganisationDouble"];
export type OrganisationMerge = Schemas["OrganisationMerge"];
export type OrganisationDraft = Schemas["OrganisationDraft"];

export function doublesQuery(apart: boolean) {
  return infiniteQueryOptions({
    queryKey: ["organisations", "doubles", apart],
    queryFn: async ({ pageParam, signal }) =>
      (
        await unwrap(
          client.GET("/organisation_doubles", {
            params: { query: { apart, limit: 20, ...(pageParam && { cursor: pageParam }) } },
            signal,
          }),
        )
      ).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor,
  });
}

export function mergesQuery() {
  return infiniteQueryOptions({
    queryKey: ["organisations", "merges"],
    queryFn: async ({ pageParam, signal }) =>
      (
        await unwrap(
          client.GET("/organisation_merges", {
            params: { query: { limit: 20, ...(pageParam && { cursor: pageParam }) } },
            signal,
          }),
        )
      ).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor,
  });
}

/** What exists already of a record that is being entered. */
export function similarQuery(draft: OrganisationDraft) {
  return queryOptions({
    queryKey: ["organisations", "similar", draft],
    queryFn: async ({ signal }) =>
      (await unwrap(client.POST("/organisation_doubles/check", { body: draft, signal }))).data.items,
    placeholderData: keepPreviousData,
  });
}

export function referencesQuery(id: string) {
  return queryOptions({
    queryKey: ["organisations", "references", id],
    queryFn: async ({ signal }) =>
      (
        await unwrap(
          client.GET("/organisations/{organisation_id}/references", {
            params: { path: { organisation_id: id } },
            signal,
          }),
        )
      ).data.items,
  });
}

function useRefresh() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ["organisations"] });
}

/** Remembers that two records are different, or forgets it. */
export function useTellApart() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async ({ one, other, apart }: { one: string; other: string; apart: boolean }) => {
      const params = { path: { organisation_id: one } };
      const body = { other };
      await unwrap(
        apart
          ? client.POST("/organisations/{organisation_id}/apart", { params, body })
          : client.POST("/organisations/{organisation_id}/apart/forget", { params, body }),
      );
    },
    onSettled: refresh,
  });
}

export interface MergeWish {
  kept: { id: string; version: number };
  other: { id: string; version: number };
  content: OrganisationContent;
}

export function useMerge() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ key, wish }: { key: string; wish: MergeWish }) =>
      (
        await unwrap(
          client.POST("/organisations/{organisation_id}/merges", {
            params: {
              path: { organisation_id: wish.kept.id },
              header: { "If-Match": `"${wish.kept.version}"`, "Idempotency-Key": key },
            },
            body: { other: wish.other.id, other_version: wish.other.version, content: wish.content },
          }),
        )
      ).data,
    // The two records are read anew where they are looked at next: here one of them is just gone.
    onSettled: () => {
      void queries.invalidateQueries({ queryKey: ["organisations"], refetchType: "none" });
      for (const part of ["list", "doubles", "merges"])
        void queries.invalidateQueries({ queryKey: ["organisations", part] });
    },
  });
}

export function useUndoMerge() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async (id: string) =>
      (
        await unwrap(
          client.POST("/organisation_merges/{merge_id}/undo", { params: { path: { merge_id: id } } }),
        )
      ).data,
    onSettled: refresh,
  });
}
