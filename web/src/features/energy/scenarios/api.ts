// SPDX-License-Identifier: Apache-2.0
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { client, type Schemas, unwrap } from "../../../api/client";
import { keys } from "../api/queries";

export type Scenario = Schemas["Scenario"];
export type ScenarioContent = Schemas["ScenarioContent"];

const keyOf = (planId: string) => [...keys.plan(planId), "scenarios"] as const;

export const scenariosQuery = (planId: string) =>
  queryOptions({
    queryKey: keyOf(planId),
    queryFn: async ({ signal }) =>
      (
        await unwrap(
          client.GET("/energy/plans/{plan_id}/scenarios", { params: { path: { plan_id: planId } }, signal }),
        )
      ).data.items,
  });

function useChange<V, R>(planId: string, call: (values: V) => Promise<R>) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: call,
    onSuccess: () => queries.invalidateQueries({ queryKey: keyOf(planId) }),
  });
}

const tag = (one: Scenario) => ({ "If-Match": `"${one.version}"` });

export const useSaveScenario = (planId: string) =>
  useChange(planId, async (wish: { one?: Scenario; key: string; body: ScenarioContent }) => {
    const { one, key, body } = wish;
    if (one)
      return (
        await unwrap(
          client.PUT("/energy/scenarios/{scenario_id}", {
            params: { path: { scenario_id: one.id }, header: tag(one) },
            body,
          }),
        )
      ).data;
    const params = { path: { plan_id: planId }, header: { "Idempotency-Key": key } };
    return (await unwrap(client.POST("/energy/plans/{plan_id}/scenarios", { params, body }))).data;
  });

export const useDeleteScenario = (planId: string) =>
  useChange(planId, async (one: Scenario) => {
    await unwrap(
      client.DELETE("/energy/scenarios/{scenario_id}", {
        params: { path: { scenario_id: one.id }, header: tag(one) },
      }),
    );
  });

export const useRestoreScenario = (planId: string) =>
  useChange(planId, async (id: string) => {
    await unwrap(
      client.POST("/energy/scenarios/{scenario_id}/restore", { params: { path: { scenario_id: id } } }),
    );
  });
