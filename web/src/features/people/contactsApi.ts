// SPDX-License-Identifier: Apache-2.0
import { infiniteQueryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { client, type Schemas, unwrap } from "../../api/client";

export type Contact = Schemas["Contact"];
export type ContactContent = Schemas["ContactContent"];
export type ContactKind = Schemas["ContactKind"];
export const kContactKinds: ContactKind[] = ["call", "visit", "mail", "meeting"];

/** Of one organisation, or with one person. */
export interface ContactScope {
  organisation?: string;
  person?: string;
}

export function contactsQuery(scope: ContactScope) {
  return infiniteQueryOptions({
    queryKey: ["contacts", scope],
    queryFn: async ({ pageParam, signal }) =>
      (
        await unwrap(
          client.GET("/contacts", {
            params: { query: { ...scope, limit: 20, ...(pageParam && { cursor: pageParam }) } },
            signal,
          }),
        )
      ).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor,
  });
}

function useRefresh() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ["contacts"] });
}

export function useSaveContact() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async (wish: { key: string; body: ContactContent; old?: Contact }) => {
      const { key, body, old } = wish;
      return (
        await unwrap(
          old
            ? client.PUT("/contacts/{contact_id}", {
                params: { path: { contact_id: old.id }, header: { "If-Match": `"${old.version}"` } },
                body,
              })
            : client.POST("/contacts", { params: { header: { "Idempotency-Key": key } }, body }),
        )
      ).data;
    },
    onSettled: refresh,
  });
}

export function useDeleteContact() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async ({ id, version }: Contact) => {
      await unwrap(
        client.DELETE("/contacts/{contact_id}", {
          params: { path: { contact_id: id }, header: { "If-Match": `"${version}"` } },
        }),
      );
    },
    onSettled: refresh,
  });
}

export function useRestoreContact() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async (id: string) =>
      (await unwrap(client.POST("/contacts/{contact_id}/restore", { params: { path: { contact_id: id } } })))
        .data,
    onSettled: refresh,
  });
}

/** What is sent of an entry that is there. */
export function contentOf(one: Contact): ContactContent {
  const { kind, at, organisation, summary, next_step, due, done } = one;
  return {
    kind,
    at,
    summary,
    next_step,
    done,
    persons: one.persons.map(({ id }) => id),
    accounts: one.accounts.map(({ id }) => id),
    ...(organisation && { organisation }),
    ...(due && { due }),
  };
}
