// SPDX-License-Identifier: Apache-2.0
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { appRoute } from "../../app/roots";

type Search = Record<string, unknown>;

const parent = { getParentRoute: () => appRoute, validateSearch: (search: Search): Search => search };

export const figureRoutes = [
  createRoute({
    ...parent,
    path: "/energy/indicators",
    component: lazyRouteComponent(() => import("./IndicatorPage"), "IndicatorPage"),
  }),
  createRoute({
    ...parent,
    path: "/energy/balance",
    component: lazyRouteComponent(() => import("./BalancePage"), "BalancePage"),
  }),
  createRoute({
    ...parent,
    path: "/energy/decompose",
    component: lazyRouteComponent(() => import("./DecomposePage"), "DecomposePage"),
  }),
  createRoute({
    ...parent,
    path: "/energy/figures",
    component: lazyRouteComponent(() => import("./FiguresPage"), "FiguresPage"),
  }),
  createRoute({
    ...parent,
    path: "/energy/figures/$figureId",
    component: lazyRouteComponent(() => import("./FigurePage"), "FigurePage"),
  }),
  createRoute({
    ...parent,
    path: "/energy/sources",
    component: lazyRouteComponent(() => import("./SourcesPage"), "SourcesPage"),
  }),
];
