// SPDX-License-Identifier: Apache-2.0
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { appRoute } from "../../app/roots";

type Search = Record<string, unknown>;

const parent = { getParentRoute: () => appRoute, validateSearch: (search: Search): Search => search };

export const energyRoutes = [
  createRoute({
    ...parent,
    path: "/energy/plans",
    component: lazyRouteComponent(() => import("./pages/PlansPage"), "PlansPage"),
  }),
  createRoute({
    ...parent,
    path: "/energy/plans/$planId",
    component: lazyRouteComponent(() => import("./pages/PlanPage"), "PlanPage"),
  }),
  createRoute({
    ...parent,
    path: "/energy/plans/$planId/assumptions",
    component: lazyRouteComponent(() => import("./assumptions/AssumptionsPage"), "AssumptionsPage"),
  }),
  createRoute({
    ...parent,
    path: "/energy/runs/$runId",
    component: lazyRouteComponent(() => import("./pages/RunPage"), "RunPage"),
  }),
  createRoute({
    ...parent,
    path: "/energy/runs/$runId/summary",
    component: lazyRouteComponent(() => import("./pages/SummaryPage"), "SummaryPage"),
  }),
  createRoute({
    ...parent,
    path: "/energy/ensembles/$ensembleId",
    component: lazyRouteComponent(() => import("./pages/EnsemblePage"), "EnsemblePage"),
  }),
  createRoute({
    ...parent,
    path: "/energy/sweeps/$sweepId",
    component: lazyRouteComponent(() => import("./sweeps/SweepPage"), "SweepPage"),
  }),
  createRoute({
    ...parent,
    path: "/energy/compare",
    component: lazyRouteComponent(() => import("./pages/ComparePage"), "ComparePage"),
  }),
];
