// SPDX-License-Identifier: Apache-2.0
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from "@tanstack/react-query";
import { client, type Schemas, unwrap } from "../../../api/client";
import { keys } from "../api/queries";

export type Assumption = Schemas["PlanAssumption"];
export type AssumptionContent = Schemas["PlanAssumptionContent"];
export type AssumptionList = Schemas["PlanAssumptionList"];

const keyOf = (planId: string) => [...keys.plan(planId), "assumptions"] as const;

const load = async (planId: string, signal: AbortSignal) =>
  (
    await unwrap(
      client.GET("/energy/plans/{plan_id}/assumptions", { params: { path: { plan_id: planId } }, signal }),
    )
  ).data;

export const assumptionsQuery = (planId: string) =>
  queryOptions({
    queryKey: [...keyOf(planId), "all"],
    queryFn: ({ signal }) => load(planId, signal),
  });

/** One page with all of them, as lists want it. */
export const assumptionPages = (planId: string) =>
  infiniteQueryOptions({
    queryKey: [...keyOf(planId), "pages"],
    queryFn: ({ signal }) => load(planId, signal),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (): string | undefined => undefined,
  });

export const assumptionHistoryQuery = (planId: string, at: string) =>
  infiniteQueryOptions({
    queryKey: [...keyOf(planId), "history", at],
    queryFn: async ({ pageParam, signal }) =>
      (
        await unwrap(
          client.GET("/energy/plans/{plan_id}/assumptions/{assumption_at}/history", {
            params: {
              path: { plan_id: planId, assumption_at: at },
              query: { limit: 20, ...(pageParam && { cursor: pageParam }) },
            },
            signal,
          }),
        )
      ).data,
    initialPageParam: undefined as string | undefined,
    getNextPageParam: (page) => page.next_cursor,
  });

export function useChangeAssumption(planId: string) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ one, body }: { one: Assumption; body: AssumptionContent }) =>
      (
        await unwrap(
          client.PUT("/energy/plans/{plan_id}/assumptions/{assumption_at}", {
            params: {
              path: { plan_id: planId, assumption_at: one.at },
              header: { "If-Match": `"${one.version}"` },
            },
            body,
          }),
        )
      ).data,
    onSuccess: () => queries.invalidateQueries({ queryKey: keys.plan(planId) }),
  });
}
