// SPDX-License-Identifier: Apache-2.0
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { appRoute } from "../../app/roots";

type Search = Record<string, unknown>;

const parent = { getParentRoute: () => appRoute, validateSearch: (search: Search): Search => search };

export const boardRoutes = [
  createRoute({
    ...parent,
    path: "/board",
    component: lazyRouteComponent(() => import("./MeetingsPage"), "MeetingsPage"),
  }),
  createRoute({
    ...parent,
    path: "/board/new",
    component: lazyRouteComponent(() => import("./MeetingForm"), "NewMeetingPage"),
  }),
  createRoute({
    ...parent,
    path: "/board/resolutions",
    component: lazyRouteComponent(() => import("./ResolutionsPage"), "ResolutionsPage"),
  }),
  createRoute({
    ...parent,
    path: "/board/$meetingId",
    component: lazyRouteComponent(() => import("./MeetingPage"), "MeetingPage"),
  }),
  createRoute({
    ...parent,
    path: "/board/$meetingId/edit",
    component: lazyRouteComponent(() => import("./MeetingForm"), "EditMeetingPage"),
  }),
  createRoute({
    ...parent,
    path: "/board/$meetingId/minutes/$minutesId",
    component: lazyRouteComponent(() => import("./MinutesPage"), "MinutesPage"),
  }),
];
