// SPDX-License-Identifier: Apache-2.0
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { appRoute } from "../../app/roots";

export const homeRoute = createRoute({
  getParentRoute: () => appRoute,
  path: "/",
  component: lazyRouteComponent(() => import("./HomePage"), "HomePage"),
});
