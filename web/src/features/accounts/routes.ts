// SPDX-License-Identifier: Apache-2.0
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { appRoute } from "../../app/roots";

export const accountRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: "/accounts",
    validateSearch: (search: Record<string, unknown>): { q?: string } =>
      typeof search.q === "string" && search.q !== "" ? { q: search.q } : {},
    component: lazyRouteComponent(() => import("./AccountsPage"), "AccountsPage"),
  }),
];
