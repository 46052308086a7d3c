// SPDX-License-Identifier: Apache-2.0
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { appRoute } from "../../app/roots";

import { type AccountSearch, kOrders, kRoles, kStates } from "./api";

function one<T extends string>(choices: readonly T[], value: unknown): T | undefined {
  return choices.find((choice) => choice === value);
}

/** What of the address says which accounts are shown; what it does not know is left out. */
function search(given: Record<string, unknown>): AccountSearch {
  const q = typeof given.q === "string" && given.q !== "" ? given.q : undefined;
  const role = one(kRoles, given.role);
  const state = one(kStates, given.state);
  const sort = one(kOrders, given.sort);
  const columns = typeof given.columns === "string" && given.columns ? given.columns : undefined;
  return {
    ...(columns && { columns }),
    ...(q && { q }),
    ...(role && { role }),
    ...(state && { state }),
    ...(sort && { sort }),
  };
}

export const accountRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: "/accounts",
    validateSearch: search,
    component: lazyRouteComponent(() => import("./AccountsPage"), "AccountsPage"),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: "/accounts/$accountId",
    component: lazyRouteComponent(() => import("./AccountPage"), "AccountPage"),
  }),
];
