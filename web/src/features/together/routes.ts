// SPDX-License-Identifier: Apache-2.0
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { appRoute } from "../../app/roots";

type Search = Record<string, unknown>;

const parent = { getParentRoute: () => appRoute, validateSearch: (search: Search): Search => search };

export const togetherRoutes = [
  createRoute({
    ...parent,
    path: "/tasks",
    component: lazyRouteComponent(() => import("./TasksPage"), "TasksPage"),
  }),
  createRoute({
    ...parent,
    path: "/inbox",
    component: lazyRouteComponent(() => import("./InboxPage"), "InboxPage"),
  }),
  createRoute({
    ...parent,
    path: "/changes",
    component: lazyRouteComponent(() => import("./ChangesPage"), "ChangesPage"),
  }),
  createRoute({
    ...parent,
    path: "/calendar",
    component: lazyRouteComponent(() => import("./CalendarPage"), "CalendarPage"),
  }),
];
