// SPDX-License-Identifier: Apache-2.0
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { client, type Schemas, unwrap } from "../../api/client";

export type Attachment = Schemas["Attachment"];
export type Upload = Schemas["Upload"];
export interface Subject {
  kind: string;
  id: string;
}

const queryOf = ({ kind, id }: Subject) => ({ subject_kind: kind, subject_id: id });
const tag = (version: number) => ({ "If-Match": `"${version}"` });
const pathOf = (id: string) => ({ attachment_id: id });

export const attachmentsKey = (subject: Subject) => ["attachments", subject.kind, subject.id];

export function attachmentsQuery(subject: Subject) {
  return queryOptions({
    queryKey: attachmentsKey(subject),
    queryFn: async ({ signal }) =>
      (await unwrap(client.GET("/attachments", { params: { query: queryOf(subject) }, signal }))).data,
  });
}

/** One's own uploads that did not come to an end, of an earlier visit too. */
export function uploadsQuery(subject: Subject) {
  return queryOptions({
    queryKey: ["uploads", subject.kind, subject.id],
    queryFn: async ({ signal }) =>
      (await unwrap(client.GET("/uploads", { params: { query: queryOf(subject) }, signal }))).data.items,
  });
}

export const contentPath = (one: Attachment, inline = false) =>
  `/api/v1/attachments/${one.id}/content${inline ? "?inline=true" : ""}`;

function useChange<V>(subject: Subject, change: (value: V) => Promise<unknown>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: change,
    onSettled: () => queries.invalidateQueries({ queryKey: attachmentsKey(subject) }),
  });
}

export function useChangeAttachment(subject: Subject) {
  return useChange(subject, ({ one, body }: { one: Attachment; body: Schemas["AttachmentChange"] }) =>
    unwrap(
      client.PATCH("/attachments/{attachment_id}", {
        params: { path: pathOf(one.id) },
        headers: tag(one.version),
        body,
      }),
    ),
  );
}

export function useDeleteAttachment(subject: Subject) {
  return useChange(subject, (one: Attachment) =>
    unwrap(
      client.DELETE("/attachments/{attachment_id}", {
        params: { path: pathOf(one.id) },
        headers: tag(one.version),
      }),
    ),
  );
}

export function useRestoreAttachment(subject: Subject) {
  return useChange(subject, (one: Attachment) =>
    unwrap(client.POST("/attachments/{attachment_id}/restore", { params: { path: pathOf(one.id) } })),
  );
}
