// SPDX-License-Identifier: Apache-2.0
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { appRoute, rootRoute } from "../../app/roots";

type Search = Record<string, unknown>;

export const mailRoutes = [
  createRoute({
    getParentRoute: () => appRoute,
    validateSearch: (search: Search): Search => search,
    path: "/mails",
    component: lazyRouteComponent(() => import("./MailsPage"), "MailsPage"),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: "/notifications",
    component: lazyRouteComponent(() => import("./NotificationsPage"), "NotificationsPage"),
  }),
  createRoute({
    getParentRoute: () => appRoute,
    path: "/mailings",
    component: lazyRouteComponent(() => import("./MailingsPage"), "MailingsPage"),
  }),
];

/** For whoever holds the link of a mailing, signed in or not. */
export const unsubscribeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/unsubscribe",
  component: lazyRouteComponent(() => import("./UnsubscribePage"), "UnsubscribePage"),
});
