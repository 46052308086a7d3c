// SPDX-License-Identifier: Apache-2.0
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { client, type Schemas, unwrap } from "../../api/client";
import { setupQuery } from "../../app/session";

export type Setting = Schemas["Setting"];

export const settingsQuery = queryOptions({
  queryKey: ["settings"],
  queryFn: async ({ signal }) => (await unwrap(client.GET("/settings", { signal }))).data,
});

export const healthQuery = queryOptions({
  queryKey: ["health"],
  queryFn: async ({ signal }) => (await unwrap(client.GET("/health", { signal }))).data,
});

export interface Part {
  name: string;
  version: string;
  licence: string;
  home: string;
  where: "server" | "page";
}

/** Made beside the page by tools/licences; null: this build has none. */
export const licencesQuery = queryOptions({
  queryKey: ["licences"],
  queryFn: async ({ signal }): Promise<Part[] | null> => {
    const answer = await fetch("/licences.json", { signal });
    if (!answer.ok || !answer.headers.get("Content-Type")?.includes("json")) return null;
    return answer.json();
  },
  staleTime: Number.POSITIVE_INFINITY,
});

/** Without a value the default holds again. */
export function useChangeSetting() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ setting, value }: { setting: Setting; value?: string }) =>
      (
        await unwrap(
          client.PUT("/settings/{name}", {
            params: { path: { name: setting.name }, header: { "If-Match": `"${setting.version}"` } },
            body: { value },
          }),
        )
      ).data,
    onSettled: () =>
      Promise.all([
        queries.invalidateQueries({ queryKey: settingsQuery.queryKey }),
        queries.invalidateQueries({ queryKey: setupQuery.queryKey }),
      ]),
  });
}
