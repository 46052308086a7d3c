// SPDX-License-Identifier: Apache-2.0
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import { client, type Schemas, unwrap } from "../../api/client";
import type { Country } from "./countries";

export type Organisation = Schemas["Organisation"];
export type OrganisationContent = Schemas["OrganisationContent"];
export type OrganisationKind = Schemas["OrganisationKind"];

export const kKinds: OrganisationKind[] = [
  "company",
  "university",
  "institute",
  "agency",
  "association",
  "cluster",
  "ministry",
  "city",
];
export const isKind = (value: unknown): value is OrganisationKind =>
  kKinds.includes(value as OrganisationKind);

export type Sort = "name" | "-name" | "updated" | "-updated";
export const kSorts: Sort[] = ["name", "-name", "-updated", "updated"];

export interface OrganisationFilter {
  q: string;
  kind?: OrganisationKind;
  country?: Country;
  sort: Sort;
  deleted: boolean;
}

/** The ETag of a record is its version, which lists carry too. */
const tag = (version: number) => `"${version}"`;

export function organisationListQuery(filter: OrganisationFilter) {
  const { q, kind, country, sort, deleted } = filter;
  return infiniteQueryOptions({
    queryKey: ["organisations", "list", filter],
    queryFn: async ({ pageParam, signal }) =>
      (
        await unwrap(
          client.GET("/organisations", {
            params: {
              query: {
                sort,
                limit: 100,
                ...(q && { q }),
                ...(kind && { kind }),
                ...(country && { country }),
                ...(deleted && { deleted }),
                ...(pageParam && { cursor: pageParam }),
              },
            },
            signal,
          }),
        )
      ).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
  });
}

export function organisationQuery(id: string) {
  return queryOptions({
    queryKey: ["organisations", "one", id],
    queryFn: async ({ signal }) =>
      (
        await unwrap(
          client.GET("/organisations/{organisation_id}", {
            params: { path: { organisation_id: id } },
            signal,
          }),
        )
      ).data,
  });
}

export function organisationHistoryQuery(id: string) {
  return infiniteQueryOptions({
    queryKey: ["organisations", "history", id],
    queryFn: async ({ pageParam, signal }) =>
      (
        await unwrap(
          client.GET("/organisations/{organisation_id}/history", {
            params: {
              path: { organisation_id: id },
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

export async function putAway({ id, version }: { id: string; version: number }) {
  await unwrap(
    client.DELETE("/organisations/{organisation_id}", {
      params: { path: { organisation_id: id }, header: { "If-Match": tag(version) } },
    }),
  );
}

export const bringBack = async (id: string) =>
  (
    await unwrap(
      client.POST("/organisations/{organisation_id}/restore", {
        params: { path: { organisation_id: id } },
      }),
    )
  ).data;

/** The list as a file. */
export function organisationsUrl(
  filter: OrganisationFilter,
  form: string,
  columns: string[],
  language: string,
) {
  const { q, kind, country, sort, deleted } = filter;
  const query = new URLSearchParams({ format: form, language, sort, columns: columns.join() });
  if (q) query.set("q", q);
  if (kind) query.set("kind", kind);
  if (country) query.set("country", country);
  if (deleted) query.set("deleted", "true");
  return `/api/v1/organisations/export?${query}`;
}

export function useRefresh() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ["organisations"] });
}

export function useCreateOrganisation() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async ({ key, body }: { key: string; body: OrganisationContent }) =>
      (await unwrap(client.POST("/organisations", { params: { header: { "Idempotency-Key": key } }, body })))
        .data,
    onSuccess: refresh,
  });
}

export function useReplaceOrganisation() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async ({ id, version, body }: { id: string; version: number; body: OrganisationContent }) =>
      (
        await unwrap(
          client.PUT("/organisations/{organisation_id}", {
            params: { path: { organisation_id: id }, header: { "If-Match": tag(version) } },
            body,
          }),
        )
      ).data,
    onSuccess: refresh,
  });
}

export function useDeleteOrganisation() {
  const queries = useQueryClient();
  const refresh = useRefresh();
  return useMutation({
    mutationFn: putAway,
    // The record's own page is left at once: asking for it again would only be told that it is gone.
    onSuccess: () => queries.invalidateQueries({ queryKey: ["organisations", "list"] }),
    onError: refresh,
  });
}

export function useRestoreOrganisation() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: bringBack,
    onSettled: refresh,
  });
}
