// SPDX-License-Identifier: Apache-2.0
import { createRoute } from "@tanstack/react-router";
import { appRoute } from "../../app/roots";
import { ComparePage } from "./pages/ComparePage";
import { PlanPage } from "./pages/PlanPage";
import { PlansPage } from "./pages/PlansPage";
import { RunPage } from "./pages/RunPage";

type Search = Record<string, unknown>;

const parent = { getParentRoute: () => appRoute, validateSearch: (search: Search): Search => search };

export const energyRoutes = [
  createRoute({ ...parent, path: "/energy/plans", component: PlansPage }),
  createRoute({ ...parent, path: "/energy/plans/$planId", component: PlanPage }),
  createRoute({ ...parent, path: "/energy/runs/$runId", component: RunPage }),
  createRoute({ ...parent, path: "/energy/compare", component: ComparePage }),
];
