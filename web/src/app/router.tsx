// SPDX-License-Identifier: Apache-2.0
// Every desk and office brings its own routes.
import { createRouter } from "@tanstack/react-router";
import { accountRoutes } from "../features/accounts/routes";
import { approvalRoutes } from "../features/approvals/routes";
import { authRoutes, passwordRoute } from "../features/auth/routes";
import { boardRoutes } from "../features/board/routes";
import { energyRoutes } from "../features/energy/routes";
import { figureRoutes } from "../features/figures/routes";
import { homeRoute } from "../features/home/routes";
import { importRoutes } from "../features/imports/routes";
import { jobRoutes } from "../features/jobs/routes";
import { mailRoutes, unsubscribeRoute } from "../features/mail/routes";
import { measureRoutes } from "../features/measures/routes";
import { clusterRoutes } from "../features/network/clusterRoutes";
import { memberRoutes, publicMemberRoutes } from "../features/network/members/routes";
import { auditRoute } from "../features/oversight/routes";
import { peopleRoutes } from "../features/people/routes";
import { rightsRoute } from "../features/rights/routes";
import { searchRoute } from "../features/search/routes";
import { securityRoute } from "../features/security/routes";
import { togetherRoutes } from "../features/together/routes";
import { upkeepRoute } from "../features/upkeep/routes";
import { FramedErrorPage } from "./ErrorPage";
import { PageLoading } from "./PageLoading";
import { appRoute, rootRoute } from "./roots";

const routeTree = rootRoute.addChildren([
  ...authRoutes,
  ...publicMemberRoutes,
  unsubscribeRoute,
  appRoute.addChildren([
    homeRoute,
    searchRoute,
    passwordRoute,
    securityRoute,
    ...energyRoutes,
    ...measureRoutes,
    ...figureRoutes,
    ...memberRoutes,
    ...clusterRoutes,
    ...peopleRoutes,
    ...approvalRoutes,
    ...boardRoutes,
    ...togetherRoutes,
    ...accountRoutes,
    rightsRoute,
    auditRoute,
    upkeepRoute,
    ...importRoutes,
    ...jobRoutes,
    ...mailRoutes,
  ]),
]);

export const router = createRouter({
  routeTree,
  defaultPreload: "intent",
  defaultErrorComponent: FramedErrorPage,
  defaultPendingComponent: PageLoading,
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
