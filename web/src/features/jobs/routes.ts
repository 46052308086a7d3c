// SPDX-License-Identifier: Apache-2.0
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { appRoute } from "../../app/roots";
import { isJobState, type JobState } from "./api";

export const jobRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    path: "/jobs",
    validateSearch: (search: Record<string, unknown>): { state?: JobState } =>
      isJobState(search.state) ? { state: search.state } : {},
    component: lazyRouteComponent(() => import("./JobsPage"), "JobsPage"),
  }),
];
