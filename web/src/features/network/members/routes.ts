// SPDX-License-Identifier: Apache-2.0
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { appRoute, rootRoute } from "../../../app/roots";

type Search = Record<string, unknown>;

const validateSearch = (search: Search): Search => search;
const inside = { getParentRoute: () => appRoute, validateSearch };

export const memberRoutes = [
  createRoute({
    ...inside,
    path: "/network/members",
    component: lazyRouteComponent(() => import("./MembersPage"), "MembersPage"),
  }),
  createRoute({
    ...inside,
    path: "/network/members/new",
    component: lazyRouteComponent(() => import("./EditPage"), "NewMemberPage"),
  }),
  createRoute({
    ...inside,
    path: "/network/members/$memberId",
    component: lazyRouteComponent(() => import("./PublicPages"), "InsideMemberPage"),
  }),
  createRoute({
    ...inside,
    path: "/network/members/$memberId/edit",
    component: lazyRouteComponent(() => import("./EditPage"), "EditMemberPage"),
  }),
  createRoute({
    ...inside,
    path: "/network/due",
    component: lazyRouteComponent(() => import("./DuePage"), "DuePage"),
  }),
];

/** Without signing in. */
const outside = { getParentRoute: () => rootRoute, validateSearch };

export const publicMemberRoutes = [
  createRoute({
    ...outside,
    path: "/members",
    component: lazyRouteComponent(() => import("./PublicPages"), "PublicMembersPage"),
  }),
  createRoute({
    ...outside,
    path: "/members/$memberId",
    component: lazyRouteComponent(() => import("./PublicPages"), "PublicMemberPage"),
  }),
];
