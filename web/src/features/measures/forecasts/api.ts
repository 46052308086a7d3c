// SPDX-License-Identifier: Apache-2.0
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { client, type Schemas, unwrap } from "../../../api/client";
import { keptApi } from "../kept/api";

export type Forecast = Schemas["Forecast"];
export type ForecastContent = Schemas["ForecastContent"];
export type ForecastResult = Schemas["ForecastResult"];
export type SectorResult = Schemas["ForecastSectorResult"];
export type ByMethod = Schemas["ForecastByMethod"];
export type Assumption = Schemas["Assumption"];

export const kMethods: Schemas["ForecastMethod"][] = ["trend", "drivers", "end_uses"];
export const kAssumptionKinds: Schemas["AssumptionKind"][] = [
  "driver",
  "elasticity",
  "activity",
  "intensity",
];

export const forecasts = keptApi<Forecast, Forecast, ForecastContent>("/energy/forecasts", "forecast");

export function forecastResultQuery(id: string, version: number) {
  return queryOptions({
    queryKey: ["energy", "centre", "forecast", "result", id, version],
    queryFn: async ({ signal }) =>
      (
        await unwrap(
          client.GET("/energy/forecasts/{forecast_id}/result", {
            params: { path: { forecast_id: id } },
            signal,
          }),
        )
      ).data,
  });
}

export const planChoicesQuery = queryOptions({
  queryKey: ["energy", "centre", "plans"],
  queryFn: async ({ signal }) =>
    (await unwrap(client.GET("/energy/plans", { params: { query: { limit: 200 } }, signal }))).data.items,
});

export function planLoadsQuery(id: string | undefined) {
  return queryOptions({
    queryKey: ["energy", "centre", "plan-loads", id],
    enabled: id !== undefined,
    queryFn: async ({ signal }) =>
      (
        await unwrap(
          client.GET("/energy/plans/{plan_id}", { params: { path: { plan_id: id ?? "" } }, signal }),
        )
      ).data.model.loads ?? [],
  });
}

export function useForecastInPlan(id: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ key, body }: { key: string; body: Schemas["ForecastInPlan"] }) =>
      (
        await unwrap(
          client.POST("/energy/forecasts/{forecast_id}/plan", {
            params: { path: { forecast_id: id }, header: { "Idempotency-Key": key } },
            body,
          }),
        )
      ).data,
    onSuccess: () => queries.invalidateQueries({ queryKey: ["plans"] }),
  });
}
