// SPDX-License-Identifier: Apache-2.0
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { appRoute } from "../../app/roots";

type Search = Record<string, unknown>;

const parent = { getParentRoute: () => appRoute, validateSearch: (search: Search): Search => search };

export const peopleRoutes = [
  createRoute({
    ...parent,
    path: "/organisations",
    component: lazyRouteComponent(() => import("./OrganisationsPage"), "OrganisationsPage"),
  }),
  createRoute({
    ...parent,
    path: "/organisations/doubles",
    component: lazyRouteComponent(() => import("./DoublesPage"), "DoublesPage"),
  }),
  createRoute({
    ...parent,
    path: "/organisations/$organisationId",
    component: lazyRouteComponent(() => import("./OrganisationPage"), "OrganisationPage"),
  }),
  createRoute({
    ...parent,
    path: "/persons",
    component: lazyRouteComponent(() => import("./PersonsPage"), "PersonsPage"),
  }),
  createRoute({
    ...parent,
    path: "/persons/consents",
    component: lazyRouteComponent(() => import("./ConsentsPage"), "ConsentsPage"),
  }),
  createRoute({
    ...parent,
    path: "/persons/$personId",
    component: lazyRouteComponent(() => import("./PersonPage"), "PersonPage"),
  }),
];
