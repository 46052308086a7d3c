// SPDX-License-Identifier: Apache-2.0
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { client, type Schemas, unwrap } from "../../api/client";

export type Comment = Schemas["Comment"];
export type Notification = Schemas["Notification"];
export type RecordReader = Schemas["RecordReader"];

/** The record that a comment or a task is about. */
export interface Subject {
  kind: string;
  id: string;
}
export type Purpose = "mention" | "shared_mention" | "task";

export const tag = (version: number) => `"${version}"`;
const paged = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page: { next_cursor?: string }) => page.next_cursor,
};

export function commentsQuery({ kind, id }: Subject) {
  return infiniteQueryOptions({
    queryKey: ["comments", "list", kind, id],
    queryFn: async ({ pageParam, signal }) => {
      const query = {
        subject_kind: kind,
        subject_id: id,
        limit: 30,
        ...(pageParam && { cursor: pageParam }),
      };
      return (await unwrap(client.GET("/comments", { params: { query }, signal }))).data;
    },
    ...paged,
  });
}

export function commentHistoryQuery(id: string) {
  return infiniteQueryOptions({
    queryKey: ["comments", "history", id],
    queryFn: async ({ pageParam, signal }) => {
      const params = {
        path: { comment_id: id },
        query: { limit: 20, ...(pageParam && { cursor: pageParam }) },
      };
      return (await unwrap(client.GET("/comments/{comment_id}/history", { params, signal }))).data;
    },
    ...paged,
  });
}

/** Whom a comment may mention, or who may have a task, by a part of the name. */
export function readersQuery(purpose: Purpose, q: string, subject?: Subject) {
  return queryOptions({
    queryKey: ["record_readers", purpose, subject?.kind, subject?.id, q],
    queryFn: async ({ signal }) => {
      const query = {
        purpose,
        ...(q && { q }),
        ...(subject && { subject_kind: subject.kind, subject_id: subject.id }),
      };
      return (await unwrap(client.GET("/record_readers", { params: { query }, signal }))).data.items;
    },
    staleTime: 30_000,
  });
}

function useCommentChange<T, R>(mutationFn: (given: T) => Promise<R>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn,
    onSettled: () => queries.invalidateQueries({ queryKey: ["comments"] }),
  });
}

export function useCreateComment() {
  return useCommentChange(async ({ key, body }: { key: string; body: Schemas["NewComment"] }) => {
    const params = { header: { "Idempotency-Key": key } };
    return (await unwrap(client.POST("/comments", { params, body }))).data;
  });
}

export function useReplaceComment() {
  return useCommentChange(async ({ one, body }: { one: Comment; body: Schemas["CommentContent"] }) => {
    const params = { path: { comment_id: one.id }, header: { "If-Match": tag(one.version) } };
    return (await unwrap(client.PUT("/comments/{comment_id}", { params, body }))).data;
  });
}

export function useDeleteComment() {
  return useCommentChange(async (one: Comment) => {
    const params = { path: { comment_id: one.id }, header: { "If-Match": tag(one.version) } };
    await unwrap(client.DELETE("/comments/{comment_id}", { params }));
  });
}

export function useRestoreComment() {
  return useCommentChange(async (id: string) => {
    const params = { path: { comment_id: id } };
    return (await unwrap(client.POST("/comments/{comment_id}/restore", { params }))).data;
  });
}

export function notificationsQuery(unread: boolean, limit = 30) {
  return infiniteQueryOptions({
    queryKey: ["notifications", "list", unread, limit],
    queryFn: async ({ pageParam, signal }) => {
      const query = { limit, ...(unread && { unread }), ...(pageParam && { cursor: pageParam }) };
      return (await unwrap(client.GET("/notifications", { params: { query }, signal }))).data;
    },
    ...paged,
  });
}

/** How many are unread; the stream of events writes it, and it is asked for where there is none. */
export const unreadQuery = queryOptions({
  queryKey: ["notifications", "unread"],
  queryFn: async ({ signal }) =>
    (await unwrap(client.GET("/notifications", { params: { query: { limit: 1 } }, signal }))).data.unread,
  refetchInterval: 60_000,
});

/** Marks one's own notifications; without ids all of them. */
export function useMarkNotifications() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: Schemas["NotificationMark"]) =>
      (await unwrap(client.POST("/notifications/mark", { body }))).data.unread,
    onSuccess: (unread) => {
      queries.setQueryData(unreadQuery.queryKey, unread);
      void queries.invalidateQueries({ queryKey: ["notifications", "list"] });
      void queries.invalidateQueries({ queryKey: ["waiting"] });
    },
  });
}

export const waitingQuery = queryOptions({
  queryKey: ["waiting"],
  queryFn: async ({ signal }) => (await unwrap(client.GET("/waiting", { signal }))).data.items,
  refetchInterval: 60_000,
});

export function changesQuery(kind: string | undefined, limit: number) {
  return infiniteQueryOptions({
    queryKey: ["changes", kind ?? "", limit],
    queryFn: async ({ pageParam, signal }) => {
      const query = { limit, ...(kind && { subject_kind: kind }), ...(pageParam && { cursor: pageParam }) };
      return (await unwrap(client.GET("/recent_changes", { params: { query }, signal }))).data;
    },
    ...paged,
  });
}
