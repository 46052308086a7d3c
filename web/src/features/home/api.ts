// SPDX-License-Identifier: Apache-2.0
import { queryOptions } from "@tanstack/react-query";
import { client, type Schemas, unwrap } from "../../api/client";

type Plan = Schemas["PlanSummary"];
type Run = Schemas["RunSummary"];

/** The plans last worked on. */
export const recentPlansQuery = queryOptions({
  queryKey: ["home", "plans"],
  queryFn: async ({ signal }) =>
    (await unwrap(client.GET("/energy/plans", { params: { query: { limit: 5, sort: "-updated" } }, signal })))
      .data.items,
});

/** The newest run with results of the plans given, with the plan it belongs to. */
export function newestRunQuery(plans: Plan[]) {
  return queryOptions({
    queryKey: [
      "home",
      "newest",
      plans.map(({ id, runs, version, last_run }) => [id, runs, version, last_run?.version]),
    ],
    queryFn: async ({ signal }): Promise<{ plan: Plan; run: Run } | null> => {
      const found = await Promise.all(
        plans
          .filter(({ runs }) => runs > 0)
          .map(async (plan) => {
            const run =
              plan.last_run?.status === "optimal" ? plan.last_run : await newestOptimal(plan.id, signal);
            return run ? [{ plan, run }] : [];
          }),
      );
      return found.flat().sort((a, b) => b.run.updated.localeCompare(a.run.updated))[0] ?? null;
    },
  });
}

async function newestOptimal(planId: string, signal: AbortSignal): Promise<Run | undefined> {
  const params = { path: { plan_id: planId }, query: { limit: 20 } };
  const { data } = await unwrap(client.GET("/energy/plans/{plan_id}/runs", { params, signal }));
  return data.items.find(({ status }) => status === "optimal");
}

/** Days of the year that the picture draws. */
const kHoursPerPoint = 24;

/** A run's main bus (the one with the largest demand of electricity, else of all) and its flows, a point a day. */
export function yearQuery(runId: string) {
  return queryOptions({
    queryKey: ["home", "year", runId],
    queryFn: async ({ signal }) => {
      const path = { run_id: runId };
      const run = (await unwrap(client.GET("/energy/runs/{run_id}", { params: { path }, signal }))).data;
      const buses = [...(run.result?.buses ?? [])].sort((a, b) => b.demand_mwh - a.demand_mwh);
      const bus = buses.find(({ carrier }) => /elec|power|\bac\b/i.test(carrier)) ?? buses[0];
      if (!bus) return null;
      const query = { bus: bus.name, step: kHoursPerPoint };
      const dispatch = (
        await unwrap(client.GET("/energy/runs/{run_id}/dispatch", { params: { path, query }, signal }))
      ).data;
      return { bus, dispatch };
    },
    staleTime: Number.POSITIVE_INFINITY,
  });
}
