// SPDX-License-Identifier: Apache-2.0
import { infiniteQueryOptions, keepPreviousData, queryOptions, useMutation } from "@tanstack/react-query";
import { client, type Schemas, unwrap } from "../../../api/client";
import type { Country } from "../../people/countries";
import { given, tag, useRefreshNetwork, useRefreshWithout } from "../requests";

export type Cluster = Schemas["Cluster"];
export type ClusterContent = Schemas["ClusterContent"];
export type ClusterRule = Schemas["ClusterRule"];
export type Membership = Schemas["Membership"];
export type Standing = Schemas["ClusterStanding"];

export const kStandings: Standing[] = ["member", "former", "candidate"];
export const kSorts = ["name", "-name", "joined", "-joined", "-updated", "updated"] as const;
export type Sort = (typeof kSorts)[number];

export interface ClusterFilter {
  q: string;
  country?: Country;
  standing?: Standing;
  sort: Sort;
  deleted: boolean;
}

export function clusterListQuery(filter: ClusterFilter, limit = 50) {
  return infiniteQueryOptions({
    queryKey: ["network", "clusters", "list", filter, limit],
    queryFn: async ({ pageParam, signal }) =>
      (
        await unwrap(
          client.GET("/network/clusters", {
            params: { query: { ...given({ ...filter, cursor: pageParam }), limit } },
            signal,
          }),
        )
      ).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
  });
}

/** The list as a file, by the same filters. */
export function clusterExportUrl(filter: ClusterFilter, format: "csv" | "xlsx"): string {
  const query = new URLSearchParams({ format });
  for (const [name, value] of Object.entries(given({ ...filter }))) query.set(name, String(value));
  return `/api/v1/network/clusters/export?${query}`;
}

export function clusterQuery(id: string) {
  return queryOptions({
    queryKey: ["network", "clusters", "one", id],
    queryFn: async ({ signal }) =>
      (
        await unwrap(
          client.GET("/network/clusters/{cluster_id}", { params: { path: { cluster_id: id } }, signal }),
        )
      ).data,
  });
}

export function clusterHistoryQuery(id: string, enabled: boolean) {
  return infiniteQueryOptions({
    queryKey: ["network", "clusters", "history", id],
    enabled,
    queryFn: async ({ pageParam, signal }) =>
      (
        await unwrap(
          client.GET("/network/clusters/{cluster_id}/history", {
            params: {
              path: { cluster_id: id },
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

export function useSaveCluster() {
  const refresh = useRefreshNetwork();
  return useMutation({
    mutationFn: async ({ cluster, key, body }: { cluster?: Cluster; key: string; body: ClusterContent }) =>
      cluster
        ? (
            await unwrap(
              client.PUT("/network/clusters/{cluster_id}", {
                params: { path: { cluster_id: cluster.id }, header: { "If-Match": tag(cluster.version) } },
                body,
              }),
            )
          ).data
        : (
            await unwrap(
              client.POST("/network/clusters", { params: { header: { "Idempotency-Key": key } }, body }),
            )
          ).data,
    onSuccess: refresh,
  });
}

export function useDeleteCluster() {
  const refresh = useRefreshWithout();
  return useMutation({
    mutationFn: async ({ id, version }: { id: string; version: number }) => {
      await unwrap(
        client.DELETE("/network/clusters/{cluster_id}", {
          params: { path: { cluster_id: id }, header: { "If-Match": tag(version) } },
        }),
      );
    },
    onSuccess: (_, { id }) => refresh(id),
  });
}

export function useRestoreCluster() {
  const refresh = useRefreshNetwork();
  return useMutation({
    mutationFn: async (id: string) =>
      (
        await unwrap(
          client.POST("/network/clusters/{cluster_id}/restore", { params: { path: { cluster_id: id } } }),
        )
      ).data,
    onSettled: refresh,
  });
}

export function memberListQuery(id: string, time: "now" | "past", q: string) {
  return infiniteQueryOptions({
    queryKey: ["network", "clusters", "members", id, time, q],
    queryFn: async ({ pageParam, signal }) =>
      (
        await unwrap(
          client.GET("/network/clusters/{cluster_id}/members", {
            params: { path: { cluster_id: id }, query: { time, ...given({ q, cursor: pageParam }) } },
            signal,
          }),
        )
      ).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
  });
}

export function useAddMember(cluster: string) {
  const refresh = useRefreshNetwork();
  return useMutation({
    mutationFn: async ({ key, body }: { key: string; body: Schemas["NewMembership"] }) =>
      (
        await unwrap(
          client.POST("/network/clusters/{cluster_id}/members", {
            params: { path: { cluster_id: cluster }, header: { "Idempotency-Key": key } },
            body,
          }),
        )
      ).data,
    onSuccess: refresh,
  });
}

export function useChangeMember() {
  const refresh = useRefreshNetwork();
  return useMutation({
    mutationFn: async ({ one, body }: { one: Membership; body: Schemas["MembershipDays"] }) =>
      (
        await unwrap(
          client.PUT("/network/clusters/{cluster_id}/members/{membership_id}", {
            params: {
              path: { cluster_id: one.cluster, membership_id: one.id },
              header: { "If-Match": tag(one.version) },
            },
            body,
          }),
        )
      ).data,
    onSuccess: refresh,
  });
}

export function useRemoveMember() {
  const refresh = useRefreshNetwork();
  return useMutation({
    mutationFn: async (one: Membership) => {
      await unwrap(
        client.DELETE("/network/clusters/{cluster_id}/members/{membership_id}", {
          params: {
            path: { cluster_id: one.cluster, membership_id: one.id },
            header: { "If-Match": tag(one.version) },
          },
        }),
      );
    },
    onSuccess: refresh,
  });
}

export const ruleQuery = queryOptions({
  queryKey: ["network", "rule"],
  queryFn: async ({ signal }) => (await unwrap(client.GET("/network/cluster_rule", { signal }))).data,
});

export function ruleHistoryQuery(enabled: boolean) {
  return infiniteQueryOptions({
    queryKey: ["network", "rule", "history"],
    enabled,
    queryFn: async ({ pageParam, signal }) =>
      (
        await unwrap(
          client.GET("/network/cluster_rule/history", {
            params: { query: { limit: 20, ...(pageParam && { cursor: pageParam }) } },
            signal,
          }),
        )
      ).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor,
  });
}

export function useSaveRule() {
  const refresh = useRefreshNetwork();
  return useMutation({
    mutationFn: async ({ version, body }: { version: number; body: Schemas["ClusterRuleContent"] }) =>
      (
        await unwrap(
          client.PUT("/network/cluster_rule", { params: { header: { "If-Match": tag(version) } }, body }),
        )
      ).data,
    onSuccess: refresh,
  });
}
