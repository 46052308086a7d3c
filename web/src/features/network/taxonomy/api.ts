// SPDX-License-Identifier: Apache-2.0
import { infiniteQueryOptions, keepPreviousData, queryOptions, useMutation } from "@tanstack/react-query";
import { client, type Schemas, unwrap } from "../../../api/client";
import { given, tag, useRefreshNetwork } from "../requests";

export type Concept = Schemas["Concept"];
export type ConceptTerm = Schemas["ConceptTerm"];
export type TaxonomyCounts = Schemas["TaxonomyCounts"];
export type ImportResult = Schemas["TaxonomyImportResult"];
export type HsCode = Schemas["HsCode"];

/** The languages that the search reads, the desk's nine first. */
export const kLanguages = [
  "ko",
  "en",
  "zh",
  "ja",
  "de",
  "fr",
  "es",
  "ru",
  "tr",
  "it",
  "nl",
  "pt",
  "sv",
  "da",
  "no",
  "fi",
  "hu",
  "ro",
];

export interface ConceptFilter {
  q: string;
  field?: string;
  language?: string;
  state?: "reviewed" | "unreviewed" | "missing";
  deleted: boolean;
}

export const taxonomyQuery = queryOptions({
  queryKey: ["network", "taxonomy", "counts"],
  queryFn: async ({ signal }) => (await unwrap(client.GET("/network/taxonomy", { signal }))).data,
});

export function conceptListQuery(filter: ConceptFilter) {
  return infiniteQueryOptions({
    queryKey: ["network", "taxonomy", "list", filter],
    queryFn: async ({ pageParam, signal }) =>
      (
        await unwrap(
          client.GET("/network/taxonomy/concepts", {
            params: { query: given({ ...filter, cursor: pageParam }) },
            signal,
          }),
        )
      ).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
  });
}

export function conceptQuery(id: string) {
  return queryOptions({
    queryKey: ["network", "taxonomy", "one", id],
    queryFn: async ({ signal }) =>
      (
        await unwrap(
          client.GET("/network/taxonomy/concepts/{concept_id}", {
            params: { path: { concept_id: id } },
            signal,
          }),
        )
      ).data,
  });
}

export function conceptHistoryQuery(id: string) {
  return infiniteQueryOptions({
    queryKey: ["network", "taxonomy", "history", id],
    queryFn: async ({ pageParam, signal }) =>
      (
        await unwrap(
          client.GET("/network/taxonomy/concepts/{concept_id}/history", {
            params: {
              path: { concept_id: id },
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

export function useSaveConcept() {
  const refresh = useRefreshNetwork();
  return useMutation({
    mutationFn: async ({
      known,
      key,
      body,
    }: {
      known?: Concept;
      key: string;
      body: Schemas["NewConcept"];
    }) =>
      known
        ? (
            await unwrap(
              client.PUT("/network/taxonomy/concepts/{concept_id}", {
                params: { path: { concept_id: known.id }, header: { "If-Match": tag(known.version) } },
                body: { terms: body.terms },
              }),
            )
          ).data
        : (
            await unwrap(
              client.POST("/network/taxonomy/concepts", {
                params: { header: { "Idempotency-Key": key } },
                body,
              }),
            )
          ).data,
    onSuccess: refresh,
  });
}

export function useReviewConcept() {
  const refresh = useRefreshNetwork();
  return useMutation({
    mutationFn: async ({ known, body }: { known: Concept; body: Schemas["ConceptReview"] }) =>
      (
        await unwrap(
          client.POST("/network/taxonomy/concepts/{concept_id}/review", {
            params: { path: { concept_id: known.id }, header: { "If-Match": tag(known.version) } },
            body,
          }),
        )
      ).data,
    onSuccess: refresh,
  });
}

export function useDeleteConcept() {
  const refresh = useRefreshNetwork();
  return useMutation({
    mutationFn: async ({ id, version }: Concept) => {
      await unwrap(
        client.DELETE("/network/taxonomy/concepts/{concept_id}", {
          params: { path: { concept_id: id }, header: { "If-Match": tag(version) } },
        }),
      );
    },
    onSuccess: refresh,
  });
}

export function useRestoreConcept() {
  const refresh = useRefreshNetwork();
  return useMutation({
    mutationFn: async (id: string) =>
      (
        await unwrap(
          client.POST("/network/taxonomy/concepts/{concept_id}/restore", {
            params: { path: { concept_id: id } },
          }),
        )
      ).data,
    onSettled: refresh,
  });
}

export function useImportTerms() {
  const refresh = useRefreshNetwork();
  return useMutation({
    mutationFn: async ({ key, body }: { key: string; body: Schemas["TaxonomyImport"] }) =>
      (
        await unwrap(
          client.POST("/network/taxonomy/imports", { params: { header: { "Idempotency-Key": key } }, body }),
        )
      ).data,
    onSuccess: ({ id }) => (id ? refresh() : undefined),
  });
}

export function useUndoImport() {
  const refresh = useRefreshNetwork();
  return useMutation({
    mutationFn: async (id: string) =>
      (
        await unwrap(
          client.POST("/network/taxonomy/imports/{import_id}/undo", { params: { path: { import_id: id } } }),
        )
      ).data,
    onSettled: refresh,
  });
}

export const hsCodesQuery = queryOptions({
  queryKey: ["network", "hs_codes"],
  queryFn: async ({ signal }) =>
    (await unwrap(client.GET("/network/hs_codes", { params: { query: { limit: 200 } }, signal }))).data.items,
});

export function useSaveHsCode() {
  const refresh = useRefreshNetwork();
  return useMutation({
    mutationFn: async ({ one, key, body }: { one?: HsCode; key: string; body: Schemas["HsCodeContent"] }) =>
      one
        ? (
            await unwrap(
              client.PUT("/network/hs_codes/{record_id}", {
                params: { path: { record_id: one.id }, header: { "If-Match": tag(one.version) } },
                body,
              }),
            )
          ).data
        : (
            await unwrap(
              client.POST("/network/hs_codes", { params: { header: { "Idempotency-Key": key } }, body }),
            )
          ).data,
    onSuccess: refresh,
  });
}

export function useDeleteHsCode() {
  const refresh = useRefreshNetwork();
  return useMutation({
    mutationFn: async ({ id, version }: HsCode) => {
      await unwrap(
        client.DELETE("/network/hs_codes/{record_id}", {
          params: { path: { record_id: id }, header: { "If-Match": tag(version) } },
        }),
      );
    },
    onSuccess: refresh,
  });
}

export function useRestoreHsCode() {
  const refresh = useRefreshNetwork();
  return useMutation({
    mutationFn: async (id: string) =>
      (
        await unwrap(
          client.POST("/network/hs_codes/{record_id}/restore", { params: { path: { record_id: id } } }),
        )
      ).data,
    onSettled: refresh,
  });
}
