// SPDX-License-Identifier: Apache-2.0
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { appRoute } from "../../app/roots";

export const securityRoute = createRoute({
  getParentRoute: () => appRoute,
  path: "/security",
  component: lazyRouteComponent(() => import("./SecurityPage"), "SecurityPage"),
});
