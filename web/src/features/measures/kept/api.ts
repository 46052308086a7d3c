// SPDX-License-Identifier: Apache-2.0
// Measures, programmes, the centre's years and forecasts are kept alike: one set of requests for all of them.

import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import { client, unwrap } from "../../../api/client";

/** What every one of them has. */
export interface Kept {
  id: string;
  title: string;
  fictitious: boolean;
  owner_name: string;
  version: number;
  created: string;
  updated: string;
  deleted?: string | undefined;
  actions: string[];
}

export interface KeptFilter {
  q: string;
  sort: string;
  deleted: boolean;
  [name: string]: string | boolean | undefined;
}

// One of the paths stands for all in the types; what comes back is said by whoever asks.
type List = "/energy/measures";
type One = "/energy/measures/{measure_id}";
type Restore = "/energy/measures/{measure_id}/restore";
type History = "/energy/measures/{measure_id}/history";

const tag = (version: number) => `"${version}"`;

function given(query: Record<string, unknown>): Record<string, never> {
  return Object.fromEntries(
    Object.entries(query).filter(([, value]) => value !== undefined && value !== "" && value !== false),
  ) as Record<string, never>;
}

/** `path`: "/energy/measures"; `noun`: of the operations, "measure" in create_measure. */
export function keptApi<Item extends Kept, Record_ extends Item, Content>(path: string, noun: string) {
  const key = ["energy", "centre", noun];
  const none = { path: { measure_id: "" } };
  const at = (id: string, more = "") => `${path}/${id}${more}`;
  return {
    path,
    noun,
    list: (filter: KeptFilter) =>
      infiniteQueryOptions({
        queryKey: [...key, "list", filter],
        queryFn: async ({ pageParam, signal }) =>
          (
            await unwrap(
              client.GET(path as List, {
                params: { query: given({ ...filter, cursor: pageParam }) },
                signal,
              }),
            )
          ).data as unknown as { items: Item[]; next_cursor?: string },
        initialPageParam: undefined as string | undefined,
        getNextPageParam: (page) => page.next_cursor,
        placeholderData: keepPreviousData,
      }),
    all: () =>
      queryOptions({
        queryKey: [...key, "all"],
        queryFn: async ({ signal }) =>
          (
            (await unwrap(client.GET(path as List, { params: { query: { limit: 200 } }, signal })))
              .data as unknown as { items: Item[] }
          ).items,
      }),
    one: (id: string) =>
      queryOptions({
        queryKey: [...key, "one", id],
        queryFn: async ({ signal }) =>
          (await unwrap(client.GET(at(id) as One, { params: none, signal }))).data as unknown as Record_,
      }),
    history: (id: string) =>
      infiniteQueryOptions({
        queryKey: [...key, "history", id],
        queryFn: async ({ pageParam, signal }) =>
          (
            await unwrap(
              client.GET(at(id, "/history") as History, {
                params: { ...none, query: { limit: 20, ...(pageParam && { cursor: pageParam }) } },
                signal,
              }),
            )
          ).data,
        initialPageParam: undefined as string | undefined,
        getNextPageParam: (page) => page.next_cursor,
      }),
    url: (filter: KeptFilter, form: string, columns: string[], language: string) => {
      const query = new URLSearchParams({ format: form, language, columns: columns.join(",") });
      for (const [name, value] of Object.entries(given(filter))) query.set(name, String(value));
      return `/api/v1${path}/export?${query}`;
    },
    save: async (one: Record_ | undefined, idempotency: string, body: Content) =>
      (one
        ? (
            await unwrap(
              client.PUT(at(one.id) as One, {
                params: { ...none, header: { "If-Match": tag(one.version) } },
                body: body as never,
              }),
            )
          ).data
        : (
            await unwrap(
              client.POST(path as List, {
                params: { header: { "Idempotency-Key": idempotency } },
                body: body as never,
              }),
            )
          ).data) as unknown as Record_,
    remove: async ({ id, version }: { id: string; version: number }) => {
      await unwrap(
        client.DELETE(at(id) as One, { params: { ...none, header: { "If-Match": tag(version) } } }),
      );
    },
    restore: async (id: string) => {
      await unwrap(client.POST(at(id, "/restore") as Restore, { params: none }));
    },
  };
}
export type KeptApi<Item extends Kept, Record_ extends Item, Content> = ReturnType<
  typeof keptApi<Item, Record_, Content>
>;

/** Everything of the centre is read anew: measures, gap, curve and report follow from each other. */
export function useRefreshCentre() {
  const queries = useQueryClient();
  return (without?: string) =>
    queries.invalidateQueries({
      queryKey: ["energy", "centre"],
      predicate: ({ queryKey }) => !without || !queryKey.includes(without),
    });
}

export function useSaveKept<Item extends Kept, Record_ extends Item, Content>(
  api: KeptApi<Item, Record_, Content>,
) {
  const refresh = useRefreshCentre();
  return useMutation({
    mutationFn: ({ one, key, body }: { one: Record_ | undefined; key: string; body: Content }) =>
      api.save(one, key, body),
    onSuccess: () => refresh(),
  });
}
