// SPDX-License-Identifier: Apache-2.0
// The two routes that all others hang from: the bare page, and the frame for people who are signed in.
import { createRootRoute, createRoute, Outlet, redirect } from "@tanstack/react-router";
import { ErrorPage, NotFoundPage } from "./ErrorPage";
import { Layout } from "./Layout";
import { queryClient } from "./queryClient";
import { sessionQuery, setupQuery } from "./session";

export const rootRoute = createRootRoute({
  component: Outlet,
  notFoundComponent: () => <NotFoundPage />,
  errorComponent: ErrorPage,
});

export const appRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: "app",
  component: Layout,
  beforeLoad: async ({ location }) => {
    const session = await queryClient.ensureQueryData(sessionQuery);
    if (session) return;
    const setup = await queryClient.ensureQueryData(setupQuery);
    throw setup.needed
      ? redirect({ to: "/setup" })
      : redirect({ to: "/sign-in", search: { back: location.href === "/" ? undefined : location.href } });
  },
});
