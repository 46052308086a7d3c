// SPDX-License-Identifier: Apache-2.0
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { client, unwrap } from "../../../api/client";
import { keys, type Tagged } from "./queries";
import type { Ensemble, EnsembleSummary, NewEnsemble } from "./types";

const ofPlan = (planId: string) => [...keys.plan(planId), "ensembles"] as const;
const one = (id: string) => ["energy", "ensemble", id] as const;

export function isMoving({ status }: Pick<EnsembleSummary, "status">): boolean {
  return status === "queued" || status === "running";
}

export const ensembleList = (planId: string) => ({
  queryKey: ofPlan(planId),
  queryFn: ({ pageParam, signal }: { pageParam: string | undefined; signal: AbortSignal }) =>
    unwrap(
      client.GET("/energy/plans/{plan_id}/ensembles", {
        params: { path: { plan_id: planId }, query: pageParam ? { cursor: pageParam } : {} },
        signal,
      }),
    ).then(({ data }) => data),
  initialPageParam: undefined as string | undefined,
  getNextPageParam: (page: { next_cursor?: string }) => page.next_cursor,
});

export const ensembleQuery = (id: string) =>
  queryOptions({
    queryKey: one(id),
    queryFn: ({ signal }): Promise<Tagged<Ensemble>> =>
      unwrap(
        client.GET("/energy/ensembles/{ensemble_id}", { params: { path: { ensemble_id: id } }, signal }),
      ).then(({ data, etag }) => ({ value: data, etag })),
    // Samples come one after the other: each look brings those that are there.
    refetchInterval: ({ state }) => (state.data && isMoving(state.data.value) ? 1000 : false),
  });

export function useCreateEnsemble(planId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ wish, key }: { wish: NewEnsemble; key: string }) =>
      unwrap(
        client.POST("/energy/plans/{plan_id}/ensembles", {
          params: { path: { plan_id: planId }, header: { "Idempotency-Key": key } },
          body: wish,
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ofPlan(planId) }),
  });
}

export function useEnsembleJob(ensemble: Pick<Ensemble, "id" | "job">, action: "cancel" | "retry") {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      unwrap(
        client.POST(action === "cancel" ? "/jobs/{job_id}/cancel" : "/jobs/{job_id}/retry", {
          params: { path: { job_id: ensemble.job ?? "" } },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: one(ensemble.id) }),
  });
}

export function useDeleteEnsemble(planId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (id: string) => {
      const path = { ensemble_id: id };
      const { etag } = await unwrap(client.GET("/energy/ensembles/{ensemble_id}", { params: { path } }));
      await unwrap(
        client.DELETE("/energy/ensembles/{ensemble_id}", { params: { path, header: { "If-Match": etag } } }),
      );
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ofPlan(planId) }),
  });
}

export function useRestoreEnsemble(planId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (id: string) =>
      unwrap(
        client.POST("/energy/ensembles/{ensemble_id}/restore", { params: { path: { ensemble_id: id } } }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ofPlan(planId) }),
  });
}
