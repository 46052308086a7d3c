// SPDX-License-Identifier: Apache-2.0
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { client, type Schemas, unwrap } from "../../api/client";

export type Consent = Schemas["Consent"];
export type Purpose = Schemas["Purpose"];
export type ConsentWay = Schemas["ConsentWay"];

export const kPurposes: Purpose[] = ["directory", "partners", "abroad", "mailing", "events"];
export const kWays: ConsentWay[] = ["paper", "web", "mail", "spoken"];

export function consentsQuery(person: string) {
  return queryOptions({
    queryKey: ["persons", "consents", person],
    queryFn: async ({ signal }) =>
      (
        await unwrap(
          client.GET("/persons/{person_id}/consents", { params: { path: { person_id: person } }, signal }),
        )
      ).data.items,
  });
}

export const toRenewQuery = (days: number) =>
  queryOptions({
    queryKey: ["persons", "renew", days],
    queryFn: async ({ signal }) =>
      (await unwrap(client.GET("/consents_to_renew", { params: { query: { days } }, signal }))).data.items,
  });

function useRefresh() {
  const queries = useQueryClient();
  return () => queries.invalidateQueries({ queryKey: ["persons"] });
}

export function useGiveConsent(person: string) {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async ({ key, body }: { key: string; body: Schemas["NewConsent"] }) =>
      (
        await unwrap(
          client.POST("/persons/{person_id}/consents", {
            params: { path: { person_id: person }, header: { "Idempotency-Key": key } },
            body,
          }),
        )
      ).data,
    onSuccess: refresh,
  });
}

export function useWithdrawConsent() {
  const refresh = useRefresh();
  return useMutation({
    mutationFn: async ({ consent, by }: { consent: Consent; by: ConsentWay }) =>
      (
        await unwrap(
          client.POST("/persons/{person_id}/consents/{consent_id}/withdraw", {
            params: {
              path: { person_id: consent.person, consent_id: consent.id },
              header: { "If-Match": `"${consent.version}"` },
            },
            body: { withdrawn_by: by },
          }),
        )
      ).data,
    onSettled: refresh,
  });
}

export function erasureQuery(person: string) {
  return queryOptions({
    queryKey: ["persons", "erasure", person],
    queryFn: async ({ signal }) =>
      (
        await unwrap(
          client.GET("/persons/{person_id}/erasure", { params: { path: { person_id: person } }, signal }),
        )
      ).data.items,
    staleTime: 0,
  });
}

export function useErasePerson() {
  return useMutation({
    mutationFn: async ({ id, version }: { id: string; version: number }) =>
      (
        await unwrap(
          client.POST("/persons/{person_id}/erasure", {
            params: { path: { person_id: id }, header: { "If-Match": `"${version}"` } },
          }),
        )
      ).data.items,
  });
}

/** What the browser still holds of a person goes too: once their page has been left. */
export function useForgetPerson(): (id: string) => void {
  const queries = useQueryClient();
  return (id) => {
    for (const part of ["one", "history", "consents", "erasure"])
      queries.removeQueries({ queryKey: ["persons", part, id] });
    void queries.invalidateQueries({ queryKey: ["persons", "list"] });
    void queries.invalidateQueries({ queryKey: ["contacts"] });
  };
}

export function personalReadsQuery() {
  return infiniteQueryOptions({
    queryKey: ["personal_reads"],
    queryFn: async ({ pageParam, signal }) =>
      (
        await unwrap(
          client.GET("/personal_reads", {
            params: { query: { limit: 20, ...(pageParam && { cursor: pageParam }) } },
            signal,
          }),
        )
      ).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor,
    staleTime: 0,
  });
}
