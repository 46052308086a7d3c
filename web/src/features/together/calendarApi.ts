// SPDX-License-Identifier: Apache-2.0
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { client, type Schemas, unwrap } from "../../api/client";

export type CalendarItem = Schemas["CalendarItem"];

export function calendarQuery(from: string, until: string) {
  return queryOptions({
    queryKey: ["calendar", from, until],
    queryFn: async ({ signal }) =>
      (await unwrap(client.GET("/calendar", { params: { query: { from, until } }, signal }))).data.items,
  });
}

export const feedQuery = queryOptions({
  queryKey: ["calendar_feed"],
  queryFn: async ({ signal }) => (await unwrap(client.GET("/session/calendar_feed", { signal }))).data,
});

/** Makes a new address; the one before is none any more. */
export function useRenewFeed() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => (await unwrap(client.POST("/session/calendar_feed"))).data,
    onSuccess: () => queries.invalidateQueries({ queryKey: feedQuery.queryKey }),
  });
}

export function useRevokeFeed() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async () => {
      await unwrap(client.DELETE("/session/calendar_feed"));
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: feedQuery.queryKey }),
  });
}
