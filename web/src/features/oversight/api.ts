// SPDX-License-Identifier: Apache-2.0
import { infiniteQueryOptions, keepPreviousData, queryOptions } from "@tanstack/react-query";
import { client, type Schemas, unwrap } from "../../api/client";

export type AuditEntry = Schemas["AuditEntry"];
export type AuditChain = Schemas["AuditChain"];

/** What is looked for; days are the reader's own, as YYYY-MM-DD. */
export interface AuditFilter {
  actor?: string;
  record_kind?: string;
  record_id?: string;
  from?: string;
  until?: string;
}

/** The first instant of a day where the reader is; `after` days later. None for what is no day. */
function dayStart(day: string | undefined, after = 0): string | undefined {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day ?? "");
  if (!parts) return undefined;
  const start = new Date(Number(parts[1]), Number(parts[2]) - 1, Number(parts[3]) + after);
  return Number.isNaN(start.getTime()) ? undefined : start.toISOString();
}

/** The filter as the server takes it: a day's end is the next one's beginning. */
export function auditQuery({ from, until, ...rest }: AuditFilter) {
  const start = dayStart(from);
  const end = dayStart(until, 1);
  return { ...rest, ...(start && { from: start }), ...(end && { until: end }) };
}

export function auditEntriesQuery(filter: AuditFilter) {
  return infiniteQueryOptions({
    queryKey: ["audit", "entries", filter],
    queryFn: async ({ pageParam, signal }) =>
      (
        await unwrap(
          client.GET("/audit/entries", {
            params: { query: { ...auditQuery(filter), ...(pageParam && { cursor: pageParam }) } },
            signal,
          }),
        )
      ).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor,
    placeholderData: keepPreviousData,
  });
}

/** Computes the whole chain anew: only when a person asks for it. */
export const auditChainQuery = queryOptions({
  queryKey: ["audit", "chain"],
  queryFn: async ({ signal }) => (await unwrap(client.GET("/audit/chain", { signal }))).data,
  enabled: false,
  staleTime: 0,
});

export function exportUrl(filter: AuditFilter, format: "csv" | "json"): string {
  return `/api/v1/audit/export?${new URLSearchParams({ format, ...auditQuery(filter) })}`;
}
