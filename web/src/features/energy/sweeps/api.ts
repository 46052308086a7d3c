// SPDX-License-Identifier: Apache-2.0
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { client, type Schemas, unwrap } from "../../../api/client";
import { keys } from "../api/queries";

export type Sweep = Schemas["Sweep"];
export type SweepSummary = Schemas["SweepSummary"];
export type SweepPoint = Schemas["SweepPoint"];
export type NewSweep = Schemas["NewSweep"];

const ofPlan = (planId: string) => [...keys.plan(planId), "sweeps"] as const;
const one = (id: string) => ["energy", "sweep", id] as const;

export const isMoving = ({ status }: Pick<SweepSummary, "status">) =>
  status === "queued" || status === "running";

export const sweepList = (planId: string) => ({
  queryKey: ofPlan(planId),
  queryFn: async ({ pageParam, signal }: { pageParam: string | undefined; signal: AbortSignal }) =>
    (
      await unwrap(
        client.GET("/energy/plans/{plan_id}/sweeps", {
          params: { path: { plan_id: planId }, query: pageParam ? { cursor: pageParam } : {} },
          signal,
        }),
      )
    ).data,
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page: { next_cursor?: string }) => page.next_cursor,
});

export const sweepQuery = (id: string) =>
  queryOptions({
    queryKey: one(id),
    queryFn: async ({ signal }) =>
      (await unwrap(client.GET("/energy/sweeps/{sweep_id}", { params: { path: { sweep_id: id } }, signal })))
        .data,
    // Points come one after the other: each look brings those that are there.
    refetchInterval: ({ state }) => (state.data && isMoving(state.data) ? 700 : false),
  });

export function useCreateSweep(planId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ wish, key }: { wish: NewSweep; key: string }) =>
      (
        await unwrap(
          client.POST("/energy/plans/{plan_id}/sweeps", {
            params: { path: { plan_id: planId }, header: { "Idempotency-Key": key } },
            body: wish,
          }),
        )
      ).data,
    onSuccess: () => queries.invalidateQueries({ queryKey: ofPlan(planId) }),
  });
}

export function useSweepJob(sweep: Pick<Sweep, "id" | "job">, action: "cancel" | "retry") {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      unwrap(
        client.POST(action === "cancel" ? "/jobs/{job_id}/cancel" : "/jobs/{job_id}/retry", {
          params: { path: { job_id: sweep.job ?? "" } },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: one(sweep.id) }),
  });
}

export function useDeleteSweep(planId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (sweep: SweepSummary) =>
      unwrap(
        client.DELETE("/energy/sweeps/{sweep_id}", {
          params: { path: { sweep_id: sweep.id }, header: { "If-Match": `"${sweep.version}"` } },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ofPlan(planId) }),
  });
}

export function useRestoreSweep(planId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      unwrap(client.POST("/energy/sweeps/{sweep_id}/restore", { params: { path: { sweep_id: id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ofPlan(planId) }),
  });
}
