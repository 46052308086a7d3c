// SPDX-License-Identifier: Apache-2.0
import { type QueryClient, useMutation, useQueryClient } from "@tanstack/react-query";
import { client, unwrap } from "../../../api/client";
import { keys, type Tagged } from "./queries";
import type { NewPlan, Plan, PlanContent, Run, SeriesUpload, Variation } from "./types";

export function keep(queries: QueryClient, { data, etag }: { data: Plan; etag: string }): Plan {
  const tagged: Tagged<Plan> = { value: data, etag };
  queries.setQueryData(keys.plan(data.id), tagged);
  void queries.invalidateQueries({ queryKey: keys.plans });
  void queries.invalidateQueries({ queryKey: [...keys.plan(data.id), "assumptions"] });
  return data;
}

function keepRun(queries: QueryClient, { data, etag }: { data: Run; etag: string }): Run {
  const tagged: Tagged<Run> = { value: data, etag };
  queries.setQueryData(keys.run(data.id), tagged);
  void queries.invalidateQueries({ queryKey: keys.runs(data.plan) });
  return data;
}

export function useCreatePlan() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ plan, key }: { plan: NewPlan; key: string }) =>
      unwrap(client.POST("/energy/plans", { params: { header: { "Idempotency-Key": key } }, body: plan })),
    onSuccess: (answer) => keep(queries, answer),
  });
}

export function useSavePlan(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ content, etag }: { content: PlanContent; etag: string }) =>
      unwrap(
        client.PUT("/energy/plans/{plan_id}", {
          params: { path: { plan_id: id }, header: { "If-Match": etag } },
          body: content,
        }),
      ),
    onSuccess: (answer) => keep(queries, answer),
  });
}

/// Deleting from a list asks for the ETag first: lists do not carry it.
export function useDeletePlan() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (id: string) => {
      const path = { plan_id: id };
      const { etag } = await unwrap(client.GET("/energy/plans/{plan_id}", { params: { path } }));
      const header = { "If-Match": etag };
      await unwrap(client.DELETE("/energy/plans/{plan_id}", { params: { path, header } }));
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.plans }),
  });
}

export function useRestorePlan() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      unwrap(client.POST("/energy/plans/{plan_id}/restore", { params: { path: { plan_id: id } } })),
    onSuccess: (answer) => keep(queries, answer),
  });
}

export function usePutSeries(planId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ name, upload, etag }: { name: string; upload: SeriesUpload; etag: string }) =>
      unwrap(
        client.PUT("/energy/plans/{plan_id}/series/{series_name}", {
          params: { path: { plan_id: planId, series_name: name }, header: { "If-Match": etag } },
          body: upload,
        }),
      ),
    onSuccess: (answer) => keep(queries, answer),
  });
}

export function useCreateRun(planId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({
      label,
      key,
      scenario,
      variations,
    }: {
      label: string;
      key: string;
      scenario?: string;
      variations?: Variation[];
    }) =>
      unwrap(
        client.POST("/energy/plans/{plan_id}/runs", {
          params: { path: { plan_id: planId }, header: { "Idempotency-Key": key } },
          body: {
            ...(label ? { label } : {}),
            ...(scenario ? { scenario } : {}),
            ...(variations ? { variations } : {}),
          },
        }),
      ),
    onSuccess: (answer) => keepRun(queries, answer),
  });
}

export function useRenameRun(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ label, etag }: { label: string; etag: string }) =>
      unwrap(
        client.PATCH("/energy/runs/{run_id}", {
          params: { path: { run_id: id }, header: { "If-Match": etag } },
          body: { label },
        }),
      ),
    onSuccess: (answer) => keepRun(queries, answer),
  });
}

export function useDeleteRun(planId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (id: string) => {
      const path = { run_id: id };
      const { etag } = await unwrap(client.GET("/energy/runs/{run_id}", { params: { path } }));
      const header = { "If-Match": etag };
      await unwrap(client.DELETE("/energy/runs/{run_id}", { params: { path, header } }));
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.runs(planId) }),
  });
}

export function useRestoreRun() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      unwrap(client.POST("/energy/runs/{run_id}/restore", { params: { path: { run_id: id } } })),
    onSuccess: (answer) => keepRun(queries, answer),
  });
}

function useJobAction(path: "/jobs/{job_id}/cancel" | "/jobs/{job_id}/retry", runId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (jobId: string) => unwrap(client.POST(path, { params: { path: { job_id: jobId } } })),
    onSuccess: ({ data }) => {
      queries.setQueryData(["jobs", data.id], data);
      void queries.invalidateQueries({ queryKey: keys.run(runId) });
    },
  });
}

export const useCancelJob = (runId: string) => useJobAction("/jobs/{job_id}/cancel", runId);
export const useRetryJob = (runId: string) => useJobAction("/jobs/{job_id}/retry", runId);

export function exportPlan(id: string) {
  return unwrap(client.GET("/energy/plans/{plan_id}/files", { params: { path: { plan_id: id } } })).then(
    ({ data }) => data.files,
  );
}
