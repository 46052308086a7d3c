// SPDX-License-Identifier: Apache-2.0
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { client, type Schemas, unwrap } from "../../api/client";
import { sessionQuery } from "../../app/session";

export type ListedSession = Schemas["ListedSession"];
export type Token = Schemas["Token"];

export const secondFactorQuery = queryOptions({
  queryKey: ["second_factor"],
  queryFn: async ({ signal }) => (await unwrap(client.GET("/session/second_factor", { signal }))).data,
});

/** After a change of the second factor one may do more, or less: all that was read is read anew. */
function useFactorMutation<Variables, Data>(mutationFn: (variables: Variables) => Promise<Data>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn,
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: secondFactorQuery.queryKey }),
        queries.invalidateQueries({ queryKey: sessionQuery.queryKey }),
        queries.invalidateQueries({ queryKey: ["accounts"] }),
      ]),
  });
}

export function useBeginFactor() {
  return useMutation({
    mutationFn: async (body: Schemas["PasswordOnly"]) =>
      (await unwrap(client.POST("/session/second_factor", { body }))).data,
  });
}

export function useConfirmFactor() {
  return useFactorMutation(
    async (body: Schemas["CodeOnly"]) => (await unwrap(client.PUT("/session/second_factor", { body }))).data,
  );
}

export function useRemoveFactor() {
  return useFactorMutation((body: Schemas["PasswordAndCode"]) =>
    unwrap(client.POST("/session/second_factor/remove", { body })),
  );
}

export function sessionsQuery(account: string) {
  return queryOptions({
    queryKey: ["accounts", "sessions", account],
    queryFn: async ({ signal }) => {
      const params = { path: { account_id: account } };
      return (await unwrap(client.GET("/accounts/{account_id}/sessions", { params, signal }))).data.items;
    },
  });
}

export function useEndSession(account: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id }: ListedSession) => {
      const params = { path: { account_id: account, session_id: id } };
      return unwrap(client.DELETE("/accounts/{account_id}/sessions/{session_id}", { params }));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: sessionsQuery(account).queryKey }),
  });
}

export function tokensQuery(account: string) {
  return queryOptions({
    queryKey: ["accounts", "tokens", account],
    queryFn: async ({ signal }) => {
      const params = { path: { account_id: account } };
      return (await unwrap(client.GET("/accounts/{account_id}/tokens", { params, signal }))).data.items;
    },
  });
}

export function useCreateToken(account: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: Schemas["NewToken"]) => {
      const params = { path: { account_id: account } };
      return (await unwrap(client.POST("/accounts/{account_id}/tokens", { params, body }))).data;
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: tokensQuery(account).queryKey }),
  });
}

export function useRevokeToken(account: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id }: Token) => {
      const params = { path: { account_id: account, token_id: id } };
      return unwrap(client.DELETE("/accounts/{account_id}/tokens/{token_id}", { params }));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: tokensQuery(account).queryKey }),
  });
}

export function useUnlinkIdentity() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (account_id: string) =>
      unwrap(client.DELETE("/accounts/{account_id}/identity", { params: { path: { account_id } } })),
    onSuccess: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: sessionQuery.queryKey }),
        queries.invalidateQueries({ queryKey: ["accounts"] }),
      ]),
  });
}
