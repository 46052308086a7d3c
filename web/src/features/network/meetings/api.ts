// SPDX-License-Identifier: Apache-2.0
import { infiniteQueryOptions, keepPreviousData, queryOptions, useMutation } from "@tanstack/react-query";
import { client, type Schemas, unwrap } from "../../../api/client";
import { given, tag, useRefreshNetwork, useRefreshWithout } from "../requests";

export type Meeting = Schemas["Meeting"];
export type MeetingContent = Schemas["MeetingContent"];
export type NetworkBody = Schemas["NetworkBody"];

export interface MeetingFilter {
  q: string;
  body?: string;
  state?: "draft" | "published";
  deleted: boolean;
}

export const bodiesQuery = queryOptions({
  queryKey: ["network", "bodies"],
  queryFn: async ({ signal }) =>
    (await unwrap(client.GET("/network/bodies", { params: { query: { limit: 200 } }, signal }))).data.items,
});

export function meetingListQuery(filter: MeetingFilter) {
  return infiniteQueryOptions({
    queryKey: ["network", "meetings", "list", filter],
    queryFn: async ({ pageParam, signal }) =>
      (
        await unwrap(
          client.GET("/network/meetings", {
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

export function meetingQuery(id: string) {
  return queryOptions({
    queryKey: ["network", "meetings", "one", id],
    queryFn: async ({ signal }) =>
      (
        await unwrap(
          client.GET("/network/meetings/{meeting_id}", { params: { path: { meeting_id: id } }, signal }),
        )
      ).data,
  });
}

export function meetingHistoryQuery(id: string, enabled: boolean) {
  return infiniteQueryOptions({
    queryKey: ["network", "meetings", "history", id],
    enabled,
    queryFn: async ({ pageParam, signal }) =>
      (
        await unwrap(
          client.GET("/network/meetings/{meeting_id}/history", {
            params: {
              path: { meeting_id: id },
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

export function useSaveMeeting() {
  const refresh = useRefreshNetwork();
  return useMutation({
    mutationFn: async ({ meeting, key, body }: { meeting?: Meeting; key: string; body: MeetingContent }) =>
      meeting
        ? (
            await unwrap(
              client.PUT("/network/meetings/{meeting_id}", {
                params: { path: { meeting_id: meeting.id }, header: { "If-Match": tag(meeting.version) } },
                body,
              }),
            )
          ).data
        : (
            await unwrap(
              client.POST("/network/meetings", { params: { header: { "Idempotency-Key": key } }, body }),
            )
          ).data,
    onSuccess: refresh,
  });
}

/** Publishing and withdrawing. */
export function usePublish(what: "publish" | "withdraw") {
  const refresh = useRefreshNetwork();
  return useMutation({
    mutationFn: async ({ id, version }: Meeting) =>
      (
        await unwrap(
          client.POST(`/network/meetings/{meeting_id}/${what}`, {
            params: { path: { meeting_id: id }, header: { "If-Match": tag(version) } },
          }),
        )
      ).data,
    onSuccess: refresh,
  });
}

export function useDeleteMeeting() {
  const refresh = useRefreshWithout();
  return useMutation({
    mutationFn: async ({ id, version }: Meeting) => {
      await unwrap(
        client.DELETE("/network/meetings/{meeting_id}", {
          params: { path: { meeting_id: id }, header: { "If-Match": tag(version) } },
        }),
      );
    },
    onSuccess: (_, { id }) => refresh(id),
  });
}

export function useRestoreMeeting() {
  const refresh = useRefreshNetwork();
  return useMutation({
    mutationFn: async (id: string) =>
      (
        await unwrap(
          client.POST("/network/meetings/{meeting_id}/restore", { params: { path: { meeting_id: id } } }),
        )
      ).data,
    onSettled: refresh,
  });
}

export function useSaveBody() {
  const refresh = useRefreshNetwork();
  return useMutation({
    mutationFn: async ({
      one,
      key,
      body,
    }: {
      one?: NetworkBody;
      key: string;
      body: Schemas["NetworkBodyContent"];
    }) =>
      one
        ? (
            await unwrap(
              client.PUT("/network/bodies/{record_id}", {
                params: { path: { record_id: one.id }, header: { "If-Match": tag(one.version) } },
                body,
              }),
            )
          ).data
        : (
            await unwrap(
              client.POST("/network/bodies", { params: { header: { "Idempotency-Key": key } }, body }),
            )
          ).data,
    onSuccess: refresh,
  });
}

export function useDeleteBody() {
  const refresh = useRefreshNetwork();
  return useMutation({
    mutationFn: async ({ id, version }: NetworkBody) => {
      await unwrap(
        client.DELETE("/network/bodies/{record_id}", {
          params: { path: { record_id: id }, header: { "If-Match": tag(version) } },
        }),
      );
    },
    onSuccess: refresh,
  });
}

export function useRestoreBody() {
  const refresh = useRefreshNetwork();
  return useMutation({
    mutationFn: async (id: string) =>
      (
        await unwrap(
          client.POST("/network/bodies/{record_id}/restore", { params: { path: { record_id: id } } }),
        )
      ).data,
    onSettled: refresh,
  });
}
