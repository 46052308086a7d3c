// SPDX-License-Identifier: Apache-2.0
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import { client, unwrap } from "../../../api/client";
import type { Request } from "../lib/dispatchWindow";
import type { Run } from "./types";

export type PlanSort = "name" | "-name" | "updated" | "-updated";

export interface PlanFilter {
  q: string;
  sort: PlanSort;
  deleted: boolean;
}

export const keys = {
  plans: ["energy", "plans"] as const,
  plan: (id: string) => ["energy", "plan", id] as const,
  runs: (planId: string) => ["energy", "plan", planId, "runs"] as const,
  run: (id: string) => ["energy", "run", id] as const,
};

/// A resource with the ETag that a change of it must name.
export interface Tagged<T> {
  value: T;
  etag: string;
}

export const planList = ({ q, sort, deleted }: PlanFilter) => ({
  queryKey: [...keys.plans, { q, sort, deleted }] as const,
  queryFn: ({ pageParam, signal }: { pageParam: string | undefined; signal: AbortSignal }) =>
    unwrap(
      client.GET("/energy/plans", {
        params: {
          query: { sort, deleted, ...(q ? { q } : {}), ...(pageParam ? { cursor: pageParam } : {}) },
        },
        signal,
      }),
    ).then(({ data }) => data),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page: { next_cursor?: string }) => page.next_cursor,
  placeholderData: keepPreviousData,
});

export const planQuery = (id: string) =>
  queryOptions({
    queryKey: keys.plan(id),
    queryFn: ({ signal }) =>
      unwrap(client.GET("/energy/plans/{plan_id}", { params: { path: { plan_id: id } }, signal })).then(
        tagged,
      ),
  });

export const findingsQuery = (id: string, version: number) =>
  queryOptions({
    queryKey: [...keys.plan(id), "findings", version] as const,
    queryFn: ({ signal }) =>
      unwrap(
        client.GET("/energy/plans/{plan_id}/findings", { params: { path: { plan_id: id } }, signal }),
      ).then(({ data }) => data.items),
  });

export const seriesQuery = (planId: string, name: string, version: number) =>
  queryOptions({
    queryKey: [...keys.plan(planId), "series", name, version] as const,
    queryFn: ({ signal }) =>
      unwrap(
        client.GET("/energy/plans/{plan_id}/series/{series_name}", {
          params: { path: { plan_id: planId, series_name: name } },
          signal,
        }),
      ).then(({ data }) => data.values),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const runList = (planId: string) => ({
  queryKey: keys.runs(planId),
  queryFn: ({ pageParam, signal }: { pageParam: string | undefined; signal: AbortSignal }) =>
    unwrap(
      client.GET("/energy/plans/{plan_id}/runs", {
        params: { path: { plan_id: planId }, query: pageParam ? { cursor: pageParam } : {} },
        signal,
      }),
    ).then(({ data }) => data),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page: { next_cursor?: string }) => page.next_cursor,
});

export const runQuery = (id: string) =>
  queryOptions({
    queryKey: keys.run(id),
    queryFn: ({ signal }) =>
      unwrap(client.GET("/energy/runs/{run_id}", { params: { path: { run_id: id } }, signal })).then(tagged),
  });

/// What belongs to a finished run never changes, so it is kept as long as the page is open; the run's version in the keys drops it
/// when the run is computed again.
export const runModelQuery = (id: string) =>
  queryOptions({
    queryKey: [...keys.run(id), "model"] as const,
    queryFn: ({ signal }) =>
      unwrap(client.GET("/energy/runs/{run_id}/model", { params: { path: { run_id: id } }, signal })).then(
        ({ data }) => data,
      ),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const dispatchQuery = (run: Run, bus: string, request: Request) =>
  queryOptions({
    queryKey: [
      ...keys.run(run.id),
      "dispatch",
      run.version,
      bus,
      request.from,
      request.to,
      request.step,
    ] as const,
    queryFn: ({ signal }) =>
      unwrap(
        client.GET("/energy/runs/{run_id}/dispatch", {
          params: { path: { run_id: run.id }, query: { bus, ...request } },
          signal,
        }),
      ).then(({ data }) => data),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const durationQuery = (run: Run, bus: string) =>
  queryOptions({
    queryKey: [...keys.run(run.id), "duration", run.version, bus] as const,
    queryFn: ({ signal }) =>
      unwrap(
        client.GET("/energy/runs/{run_id}/duration", {
          params: { path: { run_id: run.id }, query: { bus } },
          signal,
        }),
      ).then(({ data }) => data),
    staleTime: Number.POSITIVE_INFINITY,
  });

function tagged<T>({ data, etag }: { data: T; etag: string }): Tagged<T> {
  return { value: data, etag };
}

export type TableName = "summary" | "technologies" | "limits" | "dispatch" | "prices";

export function tableUrl(
  runId: string,
  table: TableName,
  format: "csv" | "xlsx",
  language: "ko" | "en",
): string {
  return `/api/v1/energy/runs/${encodeURIComponent(runId)}/tables/${table}?format=${format}&language=${language}`;
}

/// Model and results together: for PyPSA, or as a data package.
export function packageUrl(runId: string, format: "pypsa" | "datapackage", language: "ko" | "en"): string {
  return `/api/v1/energy/runs/${encodeURIComponent(runId)}/package?format=${format}&language=${language}`;
}
