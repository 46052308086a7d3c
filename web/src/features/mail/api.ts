// SPDX-License-Identifier: Apache-2.0
import {
  infiniteQueryOptions,
  keepPreviousData,
  queryOptions,
  useMutation,
  useQueryClient,
} from "@tanstack/react-query";
import { client, type Schemas, unwrap } from "../../api/client";

export type MailSummary = Schemas["MailSummary"];
export type MailStateName = Schemas["MailStateName"];
export type MailBlock = Schemas["MailBlock"];
export type MailChoice = Schemas["MailChoice"];

export const kMailStates: MailStateName[] = [
  "waiting",
  "sending",
  "sent",
  "held",
  "digested",
  "dead",
  "bounced",
  "cancelled",
  "expired",
  "kept",
];

export const kStateColours: Record<MailStateName, string> = {
  held: "gray",
  waiting: "jjok",
  sending: "jjok",
  sent: "teal",
  bounced: "red",
  dead: "red",
  cancelled: "gray",
  expired: "gray",
  digested: "teal",
  kept: "gam",
};

export interface MailFilter {
  q?: string;
  state?: MailStateName;
  mailing?: string;
}

export function mailListQuery(filter: MailFilter) {
  return infiniteQueryOptions({
    queryKey: ["mails", "list", filter],
    queryFn: async ({ pageParam, signal }) => {
      const query = { limit: 50, ...filter, ...(pageParam ? { cursor: pageParam } : {}) };
      return (await unwrap(client.GET("/mails", { params: { query }, signal }))).data;
    },
    initialPageParam: "",
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
    refetchInterval: 10_000,
  });
}

export function mailQuery(id: string) {
  return queryOptions({
    queryKey: ["mails", "one", id],
    queryFn: ({ signal }) =>
      unwrap(client.GET("/mails/{mail_id}", { params: { path: { mail_id: id } }, signal })),
  });
}

export const mailStateQuery = queryOptions({
  queryKey: ["mails", "state"],
  queryFn: async ({ signal }) => (await unwrap(client.GET("/mail_state", { signal }))).data,
  refetchInterval: 10_000,
});

export const mailBlocksQuery = queryOptions({
  queryKey: ["mails", "blocks"],
  queryFn: async ({ signal }) => (await unwrap(client.GET("/mail_blocks", { signal }))).data.items,
});

/** Afterwards all that shows mails is read anew. */
function useMailMutation<Variables, Data>(mutationFn: (variables: Variables) => Promise<Data>) {
  const queries = useQueryClient();
  return useMutation({ mutationFn, onSettled: () => queries.invalidateQueries({ queryKey: ["mails"] }) });
}

const named = (mail: { id: string; version: number }) => ({
  params: { path: { mail_id: mail.id }, header: { "If-Match": `"${mail.version}"` } },
});

export function useRetryMail() {
  return useMailMutation((mail: { id: string; version: number }) =>
    unwrap(client.POST("/mails/{mail_id}/retry", named(mail))),
  );
}

export function useCancelMail() {
  return useMailMutation((mail: { id: string; version: number }) =>
    unwrap(client.POST("/mails/{mail_id}/cancel", named(mail))),
  );
}

export function useTestMail() {
  return useMailMutation((key: string) =>
    unwrap(client.POST("/mail_state/test", { params: { header: { "Idempotency-Key": key } } })),
  );
}

export function useRemoveBlock() {
  return useMailMutation((body: Schemas["MailBlockKey"]) =>
    unwrap(client.POST("/mail_blocks/remove", { body })),
  );
}

export const mailSettingsQuery = queryOptions({
  queryKey: ["mail_settings"],
  queryFn: ({ signal }) => unwrap(client.GET("/session/mail_settings", { signal })),
});

export function useSaveMailSettings() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ etag, choices }: { etag: string; choices: MailChoice[] }) =>
      unwrap(
        client.PUT("/session/mail_settings", {
          params: { header: { "If-Match": etag } },
          body: { choices },
        }),
      ),
    onSuccess: (saved) => queries.setQueryData(mailSettingsQuery.queryKey, saved),
    onError: () => queries.invalidateQueries({ queryKey: mailSettingsQuery.queryKey }),
  });
}

export function subscriptionQuery(token: string) {
  return queryOptions({
    queryKey: ["subscription", token],
    queryFn: async ({ signal }) =>
      (await unwrap(client.POST("/subscriptions/read", { body: { token }, signal }))).data,
    retry: false,
  });
}

export function useSubscription(token: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (what: "end" | "renew") =>
      (
        await unwrap(
          what === "end"
            ? client.POST("/subscriptions/end", { body: { token } })
            : client.POST("/subscriptions/renew", { body: { token } }),
        )
      ).data,
    onSuccess: (now) => queries.setQueryData(subscriptionQuery(token).queryKey, now),
  });
}
