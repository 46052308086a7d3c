// SPDX-License-Identifier: Apache-2.0
import { createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { queryClient } from "../../app/queryClient";
import { appRoute, rootRoute } from "../../app/roots";
import { sessionQuery, setupQuery } from "../../app/session";
import { place } from "./place";

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in",
  validateSearch: (search: Record<string, unknown>): { back?: string } => {
    const back = place(search.back);
    return back ? { back } : {};
  },
  beforeLoad: async ({ search }) => {
    if (await queryClient.ensureQueryData(sessionQuery)) throw redirect({ to: search.back ?? "/" });
    if ((await queryClient.ensureQueryData(setupQuery)).needed) throw redirect({ to: "/setup" });
  },
  component: lazyRouteComponent(() => import("./SignInPage"), "SignInPage"),
});

const setupRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/setup",
  beforeLoad: async () => {
    if (!(await queryClient.ensureQueryData(setupQuery)).needed) throw redirect({ to: "/sign-in" });
  },
  component: lazyRouteComponent(() => import("./SetupPage"), "SetupPage"),
});

const openIdRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/sign-in/openid",
  component: lazyRouteComponent(() => import("./OpenIdPage"), "OpenIdPage"),
});

/** For whoever holds an invitation or reset link, signed in or not. */
const linkRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/link",
  component: lazyRouteComponent(() => import("./LinkPage"), "LinkPage"),
});

export const passwordRoute = createRoute({
  getParentRoute: () => appRoute,
  path: "/password",
  component: lazyRouteComponent(() => import("./PasswordPage"), "PasswordPage"),
});

export const authRoutes = [signInRoute, openIdRoute, setupRoute, linkRoute];
