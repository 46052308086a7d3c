// SPDX-License-Identifier: Apache-2.0
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { appRoute } from "../../app/roots";

export const rightsRoute = createRoute({
  getParentRoute: () => appRoute,
  path: "/rights",
  component: lazyRouteComponent(() => import("./RightsPage"), "RightsPage"),
});
