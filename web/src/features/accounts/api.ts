// SPDX-License-Identifier: Apache-2.0
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import { client, type Schemas, unwrap } from "../../api/client";
import { sessionQuery } from "../../app/session";

export type Account = Schemas["Account"];
export type Role = Schemas["Role"];
export const kRoles: Role[] = ["administrator", "planner"];

export function accountListQuery(q: string) {
  return infiniteQueryOptions({
    queryKey: ["accounts", "list", q],
    queryFn: async ({ pageParam, signal }) => {
      const query = { limit: 50, ...(q ? { q } : {}), ...(pageParam ? { cursor: pageParam } : {}) };
      return (await unwrap(client.GET("/accounts", { params: { query }, signal }))).data;
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
  });
}

/** An account with the ETag that a change of it must name. */
export function accountQuery(id: string) {
  return queryOptions({
    queryKey: ["accounts", "one", id],
    queryFn: ({ signal }) =>
      unwrap(client.GET("/accounts/{account_id}", { params: { path: { account_id: id } }, signal })),
    staleTime: 0,
    gcTime: 0,
  });
}

export function useCreateAccount() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ key, body }: { key: string; body: Schemas["NewAccount"] }) =>
      (await unwrap(client.POST("/accounts", { params: { header: { "Idempotency-Key": key } }, body }))).data,
    onSuccess: () => queries.invalidateQueries({ queryKey: ["accounts", "list"] }),
  });
}

export function useChangeAccount() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ id, etag, body }: { id: string; etag: string; body: Schemas["AccountChange"] }) =>
      (
        await unwrap(
          client.PATCH("/accounts/{account_id}", {
            params: { path: { account_id: id }, header: { "If-Match": etag } },
            body,
          }),
        )
      ).data,
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ["accounts"] }),
        queries.invalidateQueries({ queryKey: sessionQuery.queryKey }),
      ]),
  });
}
