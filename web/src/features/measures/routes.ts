// SPDX-License-Identifier: Apache-2.0
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { appRoute } from "../../app/roots";

type Search = Record<string, unknown>;

const parent = { getParentRoute: () => appRoute, validateSearch: (search: Search): Search => search };

export const measureRoutes = [
  createRoute({
    ...parent,
    path: "/energy/measures",
    component: lazyRouteComponent(() => import("./MeasuresPage"), "MeasuresPage"),
  }),
  createRoute({
    ...parent,
    path: "/energy/measures/$measureId",
    component: lazyRouteComponent(() => import("./MeasurePage"), "MeasurePage"),
  }),
  createRoute({
    ...parent,
    path: "/energy/abatement-curve",
    component: lazyRouteComponent(() => import("./CurvePage"), "CurvePage"),
  }),
  createRoute({
    ...parent,
    path: "/energy/gap",
    component: lazyRouteComponent(() => import("./GapPage"), "GapPage"),
  }),
  createRoute({
    ...parent,
    path: "/energy/monitoring",
    component: lazyRouteComponent(() => import("./MonitoringPage"), "MonitoringPage"),
  }),
  createRoute({
    ...parent,
    path: "/energy/programmes",
    component: lazyRouteComponent(() => import("./programmes/ProgrammesPage"), "ProgrammesPage"),
  }),
  createRoute({
    ...parent,
    path: "/energy/programmes/$programmeId",
    component: lazyRouteComponent(() => import("./programmes/ProgrammePage"), "ProgrammePage"),
  }),
  createRoute({
    ...parent,
    path: "/energy/centre-years",
    component: lazyRouteComponent(() => import("./years/YearsPage"), "YearsPage"),
  }),
  createRoute({
    ...parent,
    path: "/energy/centre-years/$centreYearId",
    component: lazyRouteComponent(() => import("./years/YearPage"), "YearPage"),
  }),
  createRoute({
    ...parent,
    path: "/energy/forecasts",
    component: lazyRouteComponent(() => import("./forecasts/ForecastsPage"), "ForecastsPage"),
  }),
  createRoute({
    ...parent,
    path: "/energy/forecasts/$forecastId",
    component: lazyRouteComponent(() => import("./forecasts/ForecastPage"), "ForecastPage"),
  }),
];
