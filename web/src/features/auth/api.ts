// SPDX-License-Identifier: Apache-2.0
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { client, type Schemas, unwrap } from "../../api/client";
import { sessionQuery, setupQuery } from "../../app/session";

export function useSignIn() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: Schemas["SignIn"]) => (await unwrap(client.POST("/session", { body }))).data,
    onSuccess: (session) => queries.setQueryData(sessionQuery.queryKey, session),
  });
}

export function useBeginOpenId() {
  return useMutation({ mutationFn: async () => (await unwrap(client.POST("/session/openid"))).data });
}

export function useFinishOpenId() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: Schemas["OpenIdFinish"]) =>
      (await unwrap(client.POST("/session/openid/finish", { body }))).data,
    onSuccess: (session) => queries.setQueryData(sessionQuery.queryKey, session),
  });
}

export function useFirstAdministrator() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (body: Schemas["FirstAdministrator"]) =>
      (await unwrap(client.POST("/setup", { body }))).data,
    onSuccess: (session) => {
      queries.setQueryData(sessionQuery.queryKey, session);
      return queries.invalidateQueries({ queryKey: setupQuery.queryKey });
    },
  });
}

export function useChangePassword() {
  return useMutation({
    mutationFn: (body: Schemas["PasswordChange"]) => unwrap(client.PUT("/session/password", { body })),
  });
}

/** Whose link it is; the token stands behind the address's '#', so that no server's log has it. */
export function linkQuery(token: string) {
  return queryOptions({
    queryKey: ["link", token],
    queryFn: async () => (await unwrap(client.POST("/links/read", { body: { token } }))).data,
    retry: false,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function useLink() {
  return useMutation({
    mutationFn: (body: Schemas["LinkUse"]) => unwrap(client.POST("/links/use", { body })),
  });
}
