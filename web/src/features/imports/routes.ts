// SPDX-License-Identifier: Apache-2.0
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { appRoute } from "../../app/roots";

type Search = Record<string, unknown>;

const parent = { getParentRoute: () => appRoute, validateSearch: (search: Search): Search => search };

export const importRoutes = [
  createRoute({
    ...parent,
    path: "/imports",
    component: lazyRouteComponent(() => import("./ImportsPage"), "ImportsPage"),
  }),
  createRoute({
    ...parent,
    path: "/imports/$importId",
    component: lazyRouteComponent(() => import("./ImportPage"), "ImportPage"),
  }),
];
