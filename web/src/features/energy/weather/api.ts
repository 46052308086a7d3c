// SPDX-License-Identifier: Apache-2.0
import { queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { client, type Schemas, unwrap } from "../../../api/client";
import { keep } from "../api/mutations";
import { keys } from "../api/queries";

export type WeatherUpload = Schemas["WeatherUpload"];
export type WeatherWish = Schemas["WeatherWish"];
export type WeatherPreview = Schemas["WeatherPreview"];
export type WeatherMonth = Schemas["WeatherMonth"];
export type WeatherComparison = Schemas["WeatherComparison"];
export type SeriesChange = Schemas["SeriesChange"];

const keyOf = (planId: string) => [...keys.plan(planId), "series_changes"] as const;

export const seriesChangesQuery = (planId: string) =>
  queryOptions({
    queryKey: keyOf(planId),
    queryFn: async ({ signal }) =>
      (
        await unwrap(
          client.GET("/energy/plans/{plan_id}/series_changes", {
            params: { path: { plan_id: planId } },
            signal,
          }),
        )
      ).data.items,
  });

export const usePreviewWeather = (planId: string) =>
  useMutation({
    mutationFn: async (body: WeatherUpload) =>
      (
        await unwrap(
          client.POST("/energy/plans/{plan_id}/weather/preview", {
            params: { path: { plan_id: planId } },
            body,
          }),
        )
      ).data,
  });

export function useApplyWeather(planId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ body, etag }: { body: WeatherUpload; etag: string }) =>
      unwrap(
        client.POST("/energy/plans/{plan_id}/weather", {
          params: { path: { plan_id: planId }, header: { "If-Match": etag } },
          body,
        }),
      ),
    onSuccess: (answer) => {
      void queries.invalidateQueries({ queryKey: keyOf(planId) });
      return keep(queries, answer);
    },
  });
}

export function useUndoSeriesChange(planId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, etag }: { id: string; etag: string }) =>
      unwrap(
        client.POST("/energy/plans/{plan_id}/series_changes/{series_change_id}/undo", {
          params: { path: { plan_id: planId, series_change_id: id }, header: { "If-Match": etag } },
        }),
      ),
    onSuccess: (answer) => keep(queries, answer),
    onSettled: () => queries.invalidateQueries({ queryKey: keyOf(planId) }),
  });
}
