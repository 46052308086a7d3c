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
export type RoleGrant = Schemas["RoleGrant"];
export type Deputy = Schemas["Deputy"];
export const kRoles: Role[] = [
  "administrator",
  "director",
  "planner",
  "programme_officer",
  "cluster_manager",
  "finance_officer",
  "board_member",
  "expert",
  "company",
  "partner_cluster",
];
export const kOrders = ["name", "-name", "last_sign_in", "-last_sign_in"] as const;
export const kStates = ["active", "inactive"] as const;

export interface AccountSearch {
  q?: string;
  role?: Role;
  state?: (typeof kStates)[number];
  sort?: (typeof kOrders)[number];
  /** Which columns are shown; the server is not told. */
  columns?: string;
}

export function accountListQuery({ columns: _, ...search }: AccountSearch) {
  return infiniteQueryOptions({
    queryKey: ["accounts", "list", search],
    queryFn: async ({ pageParam, signal }) => {
      const query = { limit: 50, ...search, ...(pageParam ? { cursor: pageParam } : {}) };
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

export function rolesQuery(id: string) {
  return queryOptions({
    queryKey: ["accounts", "roles", id],
    queryFn: async ({ signal }) =>
      (
        await unwrap(
          client.GET("/accounts/{account_id}/roles", { params: { path: { account_id: id } }, signal }),
        )
      ).data.items,
  });
}

export function deputiesQuery(id: string) {
  return queryOptions({
    queryKey: ["accounts", "deputies", id],
    queryFn: async ({ signal }) =>
      (
        await unwrap(
          client.GET("/accounts/{account_id}/deputies", { params: { path: { account_id: id } }, signal }),
        )
      ).data.items,
  });
}

/** A change of what an account holds: afterwards all that shows accounts, and one's own rights, is read anew. */
function useAccountMutation<Variables, Data>(mutationFn: (variables: Variables) => Promise<Data>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn,
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: ["accounts"] }),
        queries.invalidateQueries({ queryKey: sessionQuery.queryKey }),
      ]),
  });
}

export function useGiveRole(id: string) {
  return useAccountMutation(async ({ key, body }: { key: string; body: Schemas["NewRole"] }) => {
    const params = { path: { account_id: id }, header: { "Idempotency-Key": key } };
    return (await unwrap(client.POST("/accounts/{account_id}/roles", { params, body }))).data;
  });
}

export function useEndRole() {
  return useAccountMutation(async ({ id, account, version }: RoleGrant) => {
    const params = { path: { account_id: account, grant_id: id }, header: { "If-Match": `"${version}"` } };
    return (await unwrap(client.DELETE("/accounts/{account_id}/roles/{grant_id}", { params }))).data;
  });
}

export function useAppointDeputy(id: string) {
  return useAccountMutation(async ({ key, body }: { key: string; body: Schemas["NewDeputy"] }) => {
    const params = { path: { account_id: id }, header: { "Idempotency-Key": key } };
    return (await unwrap(client.POST("/accounts/{account_id}/deputies", { params, body }))).data;
  });
}

export function useEndDeputy() {
  return useAccountMutation(async ({ id, account, version }: Deputy) => {
    const params = { path: { account_id: account, deputy_id: id }, header: { "If-Match": `"${version}"` } };
    return (await unwrap(client.DELETE("/accounts/{account_id}/deputies/{deputy_id}", { params }))).data;
  });
}

export function useCreateLink() {
  return useMutation({
    mutationFn: async (id: string) =>
      (await unwrap(client.POST("/accounts/{account_id}/link", { params: { path: { account_id: id } } })))
        .data,
  });
}

export function useResetFactor() {
  return useAccountMutation((id: string) =>
    unwrap(client.DELETE("/accounts/{account_id}/second_factor", { params: { path: { account_id: id } } })),
  );
}
