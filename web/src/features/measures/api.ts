// SPDX-License-Identifier: Apache-2.0
import { queryOptions } from "@tanstack/react-query";
import { client, type Schemas, unwrap } from "../../api/client";
import { keptApi } from "./kept/api";

export type Measure = Schemas["Measure"];
export type MeasureSummary = Schemas["MeasureSummary"];
export type MeasureContent = Schemas["MeasureContent"];
export type MeasureStatus = Schemas["MeasureStatus"];
export type MeasureReason = Schemas["MeasureReason"];

export const kStatuses: MeasureStatus[] = ["late", "at_risk", "on_track", "planned", "done", "cancelled"];
export const kSectors: Schemas["MeasureSector"][] = [
  "residential",
  "commercial",
  "public_buildings",
  "industry",
  "transport",
  "supply",
];
export const kEndUses: Schemas["MeasureEndUse"][] = [
  "space_heating",
  "hot_water",
  "cooling",
  "lighting",
  "appliances",
  "motors",
  "process_heat",
  "vehicles",
  "power_supply",
  "heat_supply",
  "other",
];

export const measures = keptApi<MeasureSummary, Measure, MeasureContent>("/energy/measures", "measure");

export function curveQuery(year: number, discount: number) {
  return queryOptions({
    queryKey: ["energy", "centre", "curve", year, discount],
    queryFn: async ({ signal }) =>
      (
        await unwrap(
          client.GET("/energy/abatement_curve", {
            params: { query: { year, discount_basis_points: Math.round(discount * 100) } },
            signal,
          }),
        )
      ).data,
  });
}

export function gapQuery(baseline: string | undefined) {
  return queryOptions({
    queryKey: ["energy", "centre", "gap", baseline],
    queryFn: async ({ signal }) =>
      (
        await unwrap(
          client.GET("/energy/gap", { params: { query: { ...(baseline && { baseline }) } }, signal }),
        )
      ).data,
  });
}

export function monitoringQuery(year: number) {
  return queryOptions({
    queryKey: ["energy", "centre", "monitoring", year],
    queryFn: async ({ signal }) =>
      (await unwrap(client.GET("/energy/monitoring", { params: { query: { year } }, signal }))).data,
  });
}
