// SPDX-License-Identifier: Apache-2.0
import { infiniteQueryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { client, type Schemas, unwrap } from "../../api/client";

export type Mailing = Schemas["Mailing"];
export type MailingContent = Schemas["MailingContent"];

export const mailingListQuery = infiniteQueryOptions({
  queryKey: ["mailings", "list"],
  queryFn: async ({ pageParam, signal }) => {
    const query = { limit: 50, ...(pageParam ? { cursor: pageParam } : {}) };
    return (await unwrap(client.GET("/mailings", { params: { query }, signal }))).data;
  },
  initialPageParam: "",
  getNextPageParam: (page) => page.next_cursor,
  refetchInterval: 10_000,
});

/** Afterwards all that shows mailings is read anew. */
function useMailingMutation<Variables, Data>(mutationFn: (variables: Variables) => Promise<Data>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn, onSettled: () => queries.invalidateQueries({ queryKey: ["mailings"] }) });
}

const named = (one: { id: string; version: number }) => ({
  params: { path: { mailing_id: one.id }, header: { "If-Match": `"${one.version}"` } },
});

/** Makes a draft, or changes the one that `of` names. */
export function useSaveMailing() {
  return useMailingMutation(
    async ({ of, key, body }: { of?: { id: string; version: number }; key: string; body: MailingContent }) =>
      (
        await unwrap(
          of
            ? client.PUT("/mailings/{mailing_id}", { ...named(of), body })
            : client.POST("/mailings", { params: { header: { "Idempotency-Key": key } }, body }),
        )
      ).data,
  );
}

export function usePreviewMailing() {
  return useMutation({
    mutationFn: async (body: MailingContent) =>
      (await unwrap(client.POST("/mailings/preview", { body }))).data,
  });
}

export function useTryMailing() {
  return useMutation({
    mutationFn: ({ key, body }: { key: string; body: MailingContent }) =>
      unwrap(client.POST("/mailings/try", { params: { header: { "Idempotency-Key": key } }, body })),
  });
}

export function useSendMailing() {
  return useMailingMutation(
    async (one: { id: string; version: number }) =>
      (await unwrap(client.POST("/mailings/{mailing_id}/send", named(one)))).data,
  );
}

export function useStopMailing() {
  return useMailingMutation((one: Mailing) => unwrap(client.POST("/mailings/{mailing_id}/stop", named(one))));
}

export function useDeleteMailing() {
  return useMailingMutation((one: Mailing) => unwrap(client.DELETE("/mailings/{mailing_id}", named(one))));
}
