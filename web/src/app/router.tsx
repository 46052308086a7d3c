// SPDX-License-Identifier: Apache-2.0
import { createRouter } from "@tanstack/react-router";
import { accountRoutes } from "../features/accounts/routes";
import { authRoutes } from "../features/auth/routes";
import { homeRoutes } from "../features/home/routes";
import { jobRoutes } from "../features/jobs/routes";
import { appRoute, rootRoute } from "./roots";

const routeTree = rootRoute.addChildren([
  ...authRoutes,
  appRoute.addChildren([...homeRoutes, ...accountRoutes, ...jobRoutes]),
]);

export const router = createRouter({ routeTree, defaultPreload: "intent", scrollRestoration: true });

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
