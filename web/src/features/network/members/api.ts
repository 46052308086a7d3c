// SPDX-License-Identifier: Apache-2.0
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import { client, type Schemas, unwrap } from "../../../api/client";

export type Member = Schemas["Member"];
export type MemberContent = Schemas["MemberContent"];
export type MemberHit = Schemas["MemberHit"];
export type MemberPage = Schemas["MemberPage"];
export type FacetName = MemberPage["facets"][number]["name"];
export type Suggestion = Schemas["MemberSuggestionPage"]["items"][number];
export type Duty = "incomplete" | "no_consent" | "consent_ending" | "certificate_ending";
export type SizeClass = Schemas["SizeClass"];
export type Activity = Schemas["MemberActivity"];
export type ShownTo = Schemas["ShownTo"];

export const kFacets: FacetName[] = [
  "country",
  "technology",
  "kind",
  "activity",
  "size_class",
  "hs_code",
  "cluster",
];
export const kSizes: SizeClass[] = ["micro", "small", "medium", "large"];
export const kActivities: Activity[] = [
  "manufacturing",
  "development",
  "integration",
  "distribution",
  "service",
  "research",
  "education",
  "testing",
  "consulting",
  "funding",
];
export const kShownTo: ShownTo[] = ["nobody", "network", "everyone"];
export const kDuties: Duty[] = ["incomplete", "no_consent", "consent_ending", "certificate_ending"];

export interface MemberFilter {
  q: string;
  values: Partial<Record<FacetName, string[]>>;
}

/** The page's language is part of every key: what a person reads of an answer may follow it. */
export function memberSearchQuery({ q, values }: MemberFilter) {
  return infiniteQueryOptions({
    queryKey: ["members", "search", q, values],
    queryFn: async ({ pageParam, signal }) =>
      (
        await unwrap(
          client.GET("/network/members", {
            params: {
              query: {
                limit: 30,
                ...(q && { q }),
                ...Object.fromEntries(
                  Object.entries(values)
                    .filter(([, chosen]) => chosen.length > 0)
                    .map(([name, chosen]) => [name, chosen.join(",")]),
                ),
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

export function suggestionQuery(q: string) {
  return queryOptions({
    queryKey: ["members", "suggestions", q],
    enabled: q !== "",
    queryFn: async ({ signal }) =>
      (await unwrap(client.GET("/network/suggestions", { params: { query: { q, limit: 8 } }, signal }))).data
        .items,
    placeholderData: keepPreviousData,
  });
}

export function memberQuery(id: string) {
  return queryOptions({
    queryKey: ["members", "one", id],
    queryFn: async ({ signal }) =>
      (
        await unwrap(
          client.GET("/network/members/{member_id}", { params: { path: { member_id: id } }, signal }),
        )
      ).data,
  });
}

export const ownMembersQuery = queryOptions({
  queryKey: ["members", "own"],
  queryFn: async ({ signal }) => (await unwrap(client.GET("/network/own_members", { signal }))).data.items,
});

export function dueQuery(duty: Duty) {
  return infiniteQueryOptions({
    queryKey: ["members", "due", duty],
    queryFn: async ({ pageParam, signal }) =>
      (
        await unwrap(
          client.GET("/network/due_members", {
            params: { query: { duty, limit: 50, ...(pageParam && { cursor: pageParam }) } },
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
  return () => queries.invalidateQueries({ queryKey: ["members"] });
}

export function useCreateMember() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async ({ key, body }: { key: string; body: MemberContent }) =>
      (
        await unwrap(
          client.POST("/network/members", { params: { header: { "Idempotency-Key": key } }, body }),
        )
      ).data,
    onSuccess: refresh,
  });
}

export function useReplaceMember() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async ({ id, version, body }: { id: string; version: number; body: MemberContent }) =>
      (
        await unwrap(
          client.PUT("/network/members/{member_id}", {
            params: { path: { member_id: id }, header: { "If-Match": `"${version}"` } },
            body,
          }),
        )
      ).data,
    onSuccess: refresh,
  });
}

export function useDeleteMember() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, version }: { id: string; version: number }) => {
      await unwrap(
        client.DELETE("/network/members/{member_id}", {
          params: { path: { member_id: id }, header: { "If-Match": `"${version}"` } },
        }),
      );
    },
    // Its own page is left at once: asking for it again would only be told that it is gone.
    onSuccess: () => queries.invalidateQueries({ queryKey: ["members", "search"] }),
  });
}

export function useRestoreMember() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async (id: string) =>
      (
        await unwrap(
          client.POST("/network/members/{member_id}/restore", { params: { path: { member_id: id } } }),
        )
      ).data,
    onSettled: refresh,
  });
}
