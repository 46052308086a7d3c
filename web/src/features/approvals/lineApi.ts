// SPDX-License-Identifier: Apache-2.0
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { client, type Schemas, unwrap } from "../../api/client";

export type Line = Schemas["ApprovalLine"];
export type LineContent = Schemas["ApprovalLineContent"];
export type LineStep = Schemas["ApprovalLineStep"];

/** Kinds of documents that the program knows lines for. */
export const kKinds = ["document", "energy_run", "board_minutes"];

export function linesQuery(deleted: boolean) {
  return queryOptions({
    queryKey: ["approvals", "lines", deleted],
    queryFn: async ({ signal }) =>
      (await unwrap(client.GET("/approvals/lines", { params: { query: { deleted } }, signal }))).data.items,
  });
}

const changed = (line: Line) => ({
  path: { line_id: line.id },
  header: { "If-Match": `"${line.version}"` },
});

function useLineChange<V, R>(call: (values: V) => Promise<R>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: call,
    onSettled: () => queries.invalidateQueries({ queryKey: ["approvals"] }),
  });
}

export const useSaveLine = () =>
  useLineChange(async ({ line, key, body }: { line: Line | undefined; key: string; body: LineContent }) =>
    line
      ? (await unwrap(client.PUT("/approvals/lines/{line_id}", { params: changed(line), body }))).data
      : (
          await unwrap(
            client.POST("/approvals/lines", { params: { header: { "Idempotency-Key": key } }, body }),
          )
        ).data,
  );

export const useDeleteLine = () =>
  useLineChange(async (line: Line) => {
    await unwrap(client.DELETE("/approvals/lines/{line_id}", { params: changed(line) }));
  });

export const useRestoreLine = () =>
  useLineChange(
    async (id: string) =>
      (await unwrap(client.POST("/approvals/lines/{line_id}/restore", { params: { path: { line_id: id } } })))
        .data,
  );
