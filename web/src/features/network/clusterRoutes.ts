// SPDX-License-Identifier: Apache-2.0
// Clusters, the network's growth, its meetings, the taxonomy.
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { appRoute } from "../../app/roots";

type Search = Record<string, unknown>;

const parent = { getParentRoute: () => appRoute, validateSearch: (search: Search): Search => search };

export const clusterRoutes = [
  createRoute({
    ...parent,
    path: "/network/clusters",
    component: lazyRouteComponent(() => import("./clusters/ClustersPage"), "ClustersPage"),
  }),
  createRoute({
    ...parent,
    path: "/network/clusters/$clusterId",
    component: lazyRouteComponent(() => import("./clusters/ClusterPage"), "ClusterPage"),
  }),
  createRoute({
    ...parent,
    path: "/network/growth",
    component: lazyRouteComponent(() => import("./growth/GrowthPage"), "GrowthPage"),
  }),
  createRoute({
    ...parent,
    path: "/network/meetings",
    component: lazyRouteComponent(() => import("./meetings/MeetingsPage"), "MeetingsPage"),
  }),
  createRoute({
    ...parent,
    path: "/network/meetings/$meetingId",
    component: lazyRouteComponent(() => import("./meetings/MeetingPage"), "MeetingPage"),
  }),
  createRoute({
    ...parent,
    path: "/network/taxonomy",
    component: lazyRouteComponent(() => import("./taxonomy/TaxonomyPage"), "TaxonomyPage"),
  }),
];
