// SPDX-License-Identifier: Apache-2.0
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { client, type Schemas, unwrap } from "../../api/client";

export type Backup = Schemas["Backup"];

export const backupsQuery = queryOptions({
  queryKey: ["backups"],
  queryFn: async ({ signal }) => (await unwrap(client.GET("/backups", { signal }))).data,
});

/** Begins a backup, or the trial of one by its name. */
export function useBegin() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (name: string | null) =>
      (
        await unwrap(
          name === null
            ? client.POST("/backups")
            : client.POST("/backups/{backup_name}/drill", { params: { path: { backup_name: name } } }),
        )
      ).data.job,
    onSettled: () => queries.invalidateQueries({ queryKey: backupsQuery.queryKey }),
  });
}
