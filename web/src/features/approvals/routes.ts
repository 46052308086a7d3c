// SPDX-License-Identifier: Apache-2.0
import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { appRoute } from "../../app/roots";

type Search = Record<string, unknown>;

const parent = { getParentRoute: () => appRoute, validateSearch: (search: Search): Search => search };

export const approvalRoutes = [
  createRoute({
    ...parent,
    path: "/approvals",
    component: lazyRouteComponent(() => import("./ApprovalsPage"), "ApprovalsPage"),
  }),
  createRoute({
    ...parent,
    path: "/approvals/new",
    component: lazyRouteComponent(() => import("./DraftPage"), "NewDraftPage"),
  }),
  createRoute({
    ...parent,
    path: "/approvals/lines",
    component: lazyRouteComponent(() => import("./LinesPage"), "LinesPage"),
  }),
  createRoute({
    ...parent,
    path: "/approvals/$approvalId",
    component: lazyRouteComponent(() => import("./ApprovalPage"), "ApprovalPage"),
  }),
  createRoute({
    ...parent,
    path: "/approvals/$approvalId/edit",
    component: lazyRouteComponent(() => import("./DraftPage"), "EditDraftPage"),
  }),
  createRoute({
    ...parent,
    path: "/approvals/$approvalId/sheet",
    component: lazyRouteComponent(() => import("./SheetPage"), "SheetPage"),
  }),
];
