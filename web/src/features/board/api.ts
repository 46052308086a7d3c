// SPDX-License-Identifier: Apache-2.0
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import { client, type Schemas, unwrap } from "../../api/client";

export type Meeting = Schemas["BoardMeeting"];
export type MeetingSummary = Schemas["BoardMeetingSummary"];
export type MeetingContent = Schemas["BoardMeetingContent"];
export type MeetingState = Schemas["BoardMeetingState"];
export type Item = Schemas["BoardItem"];
export type ItemContent = Schemas["BoardItemContent"];
export type Choice = Schemas["BoardChoice"];
export type Rule = Schemas["BoardRuleContent"];
export type Presence = Schemas["BoardPresence"];

export const kStates: MeetingState[] = ["draft", "convened", "open", "closed", "cancelled"];
export const kChoices: Choice[] = ["yes", "no", "abstain"];

export interface Filter {
  q: string;
  state?: MeetingState;
}

export function meetingListQuery({ q, state }: Filter) {
  return infiniteQueryOptions({
    queryKey: ["board", "list", q, state],
    queryFn: async ({ pageParam, signal }) =>
      (
        await unwrap(
          client.GET("/board/meetings", {
            params: {
              query: { ...(q && { q }), ...(state && { state }), ...(pageParam && { cursor: pageParam }) },
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

export function meetingQuery(id: string) {
  return queryOptions({
    queryKey: ["board", "meeting", id],
    queryFn: async ({ signal }) =>
      (
        await unwrap(
          client.GET("/board/meetings/{meeting_id}", { params: { path: { meeting_id: id } }, signal }),
        )
      ).data,
    // While the board sits, others vote: the page keeps up.
    refetchInterval: (query) => (query.state.data?.state === "open" ? 3000 : false),
  });
}

export function minutesQuery(meeting: string, minutes: string) {
  return queryOptions({
    queryKey: ["board", "minutes", minutes],
    queryFn: async ({ signal }) =>
      (
        await unwrap(
          client.GET("/board/meetings/{meeting_id}/minutes/{minutes_id}", {
            params: { path: { meeting_id: meeting, minutes_id: minutes } },
            signal,
          }),
        )
      ).data,
  });
}

export function meetingHistoryQuery(id: string) {
  return infiniteQueryOptions({
    queryKey: ["board", "history", id],
    queryFn: async ({ pageParam, signal }) =>
      (
        await unwrap(
          client.GET("/board/meetings/{meeting_id}/history", {
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

export const membersQuery = queryOptions({
  queryKey: ["board", "members"],
  queryFn: async ({ signal }) => (await unwrap(client.GET("/board/members", { signal }))).data.items,
});

export const ruleQuery = queryOptions({
  queryKey: ["board", "rule"],
  queryFn: async ({ signal }) => (await unwrap(client.GET("/board/rule", { signal }))).data,
});

export const resolutionsQuery = (year?: number) =>
  queryOptions({
    queryKey: ["board", "resolutions", year],
    queryFn: async ({ signal }) =>
      (
        await unwrap(
          client.GET("/board/resolutions", { params: { query: { ...(year && { year }) } }, signal }),
        )
      ).data.items,
  });

function useChange<V>(call: (values: V) => Promise<Meeting>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: call,
    onSuccess: (saved) => queries.setQueryData(meetingQuery(saved.id).queryKey, saved),
    onSettled: () => queries.invalidateQueries({ queryKey: ["board"] }),
  });
}

const tag = (one: { version: number }) => ({ "If-Match": `"${one.version}"` });

export const useSaveMeeting = () =>
  useChange(async (wanted: { meeting?: Meeting; key: string; body: MeetingContent }) => {
    const { meeting, key, body } = wanted;
    if (!meeting)
      return (
        await unwrap(client.POST("/board/meetings", { params: { header: { "Idempotency-Key": key } }, body }))
      ).data;
    const params = { path: { meeting_id: meeting.id }, header: tag(meeting) };
    return (await unwrap(client.PUT("/board/meetings/{meeting_id}", { params, body }))).data;
  });

export type Move = "convene" | "open" | "close" | "cancel";
export const useMoveMeeting = () =>
  useChange(
    async ({ meeting, to }: { meeting: Meeting; to: Move }) =>
      (
        await unwrap(
          client.POST(`/board/meetings/{meeting_id}/${to}`, {
            params: { path: { meeting_id: meeting.id }, header: tag(meeting) },
          }),
        )
      ).data,
  );

export const useNotePresence = () =>
  useChange(
    async (wanted: { meeting: Meeting; account: string; body: Schemas["NewBoardPresence"] }) =>
      (
        await unwrap(
          client.PUT("/board/meetings/{meeting_id}/members/{account_id}", {
            params: {
              path: { meeting_id: wanted.meeting.id, account_id: wanted.account },
              header: tag(wanted.meeting),
            },
            body: wanted.body,
          }),
        )
      ).data,
  );

export const useMoveItem = () =>
  useChange(
    async ({ meeting, item, to }: { meeting: Meeting; item: string; to: "begin" | "end" }) =>
      (
        await unwrap(
          client.POST(`/board/meetings/{meeting_id}/items/{item_id}/${to}`, {
            params: { path: { meeting_id: meeting.id, item_id: item }, header: tag(meeting) },
          }),
        )
      ).data,
  );

export const useVote = () =>
  useChange(
    async (wanted: { meeting: string; item: string; member: string; choice: Choice }) =>
      (
        await unwrap(
          client.PUT("/board/meetings/{meeting_id}/items/{item_id}/votes/{account_id}", {
            params: {
              path: { meeting_id: wanted.meeting, item_id: wanted.item, account_id: wanted.member },
            },
            body: { choice: wanted.choice },
          }),
        )
      ).data,
  );

export const useWriteMinutes = () =>
  useChange(
    async (wanted: { meeting: string; key: string; body: Schemas["NewBoardMinutes"] }) =>
      (
        await unwrap(
          client.POST("/board/meetings/{meeting_id}/minutes", {
            params: { path: { meeting_id: wanted.meeting }, header: { "Idempotency-Key": wanted.key } },
            body: wanted.body,
          }),
        )
      ).data,
  );

export function useReplaceRule() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ version, body }: { version: number; body: Rule }) =>
      (await unwrap(client.PUT("/board/rule", { params: { header: tag({ version }) }, body }))).data,
    onSettled: () => queries.invalidateQueries({ queryKey: ["board"] }),
  });
}
