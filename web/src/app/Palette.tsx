// SPDX-License-Identifier: Apache-2.0
import { useDebouncedValue } from "@mantine/hooks";
import { Spotlight, type SpotlightActionData, type SpotlightActionGroupData } from "@mantine/spotlight";
import {
  IconAffiliate,
  IconBolt,
  IconBuilding,
  IconChecklist,
  IconGavel,
  IconHeartbeat,
  IconHistory,
  IconHome,
  IconKey,
  IconLanguage,
  IconListCheck,
  IconLogout,
  IconMoon,
  IconSearch,
  IconShieldCheck,
  IconShieldLock,
  IconSun,
  IconSunMoon,
  IconUsers,
  IconWorld,
} from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { client, unwrap } from "../api/client";
import { usePreferences } from "./preferences";
import { useMay } from "./session";
import { useSignOut } from "./useSignOut";

/** Ctrl-K: every page, every plan by its name, and what is switched. */
export function Palette() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const may = useMay();
  const { language, changeLanguage, changeScheme } = usePreferences();
  const signOut = useSignOut();
  const [query, setQuery] = useState("");
  const [wanted] = useDebouncedValue(query.trim(), 200);
  const plans = useQuery({
    queryKey: ["palette", "plans", wanted],
    enabled: may("list_plans") && wanted !== "",
    queryFn: async ({ signal }) =>
      (await unwrap(client.GET("/energy/plans", { params: { query: { q: wanted, limit: 8 } }, signal }))).data
        .items,
  });

  const organisations = useQuery({
    queryKey: ["palette", "organisations", wanted],
    enabled: may("list_organisations") && wanted !== "",
    queryFn: async ({ signal }) =>
      (await unwrap(client.GET("/organisations", { params: { query: { q: wanted, limit: 8 } }, signal })))
        .data.items,
  });

  const members = useQuery({
    queryKey: ["palette", "members", wanted],
    enabled: may("search_members") && wanted !== "",
    queryFn: async ({ signal }) =>
      (await unwrap(client.GET("/network/members", { params: { query: { q: wanted, limit: 8 } }, signal })))
        .data.items,
  });

  const clusters = useQuery({
    queryKey: ["palette", "clusters", wanted],
    enabled: may("list_clusters") && wanted !== "",
    queryFn: async ({ signal }) =>
      (await unwrap(client.GET("/network/clusters", { params: { query: { q: wanted, limit: 8 } }, signal })))
        .data.items,
  });

  const go = (to: string) => void navigate({ to });
  const action = (
    id: string,
    label: string,
    icon: typeof IconHome,
    onClick: () => void,
  ): SpotlightActionData => {
    const Icon = icon;
    return { id, label, onClick, leftSection: <Icon size={20} aria-hidden /> };
  };
  const other = language === "ko" ? "en" : "ko";
  const groups: SpotlightActionGroupData[] = [
    {
      group: t("app.palette.plans"),
      actions: (plans.data ?? []).map((plan) => ({
        ...action(`plan-${plan.id}`, plan.name, IconBolt, () => go(`/energy/plans/${plan.id}`)),
        keywords: [wanted],
      })),
    },
    {
      group: t("app.palette.organisations"),
      actions: (organisations.data ?? []).map((one) => ({
        ...action(`organisation-${one.id}`, one.name, IconBuilding, () => go(`/organisations/${one.id}`)),
        keywords: [wanted],
      })),
    },
    {
      group: t("app.palette.members"),
      actions: (members.data ?? []).map((one) => ({
        ...action(`member-${one.id}`, one.name, IconAffiliate, () => go(`/network/members/${one.id}`)),
        keywords: [wanted],
      })),
    },
    {
      group: t("app.palette.clusters"),
      actions: (clusters.data ?? []).map((one) => ({
        ...action(`cluster-${one.id}`, one.name, IconWorld, () => go(`/network/clusters/${one.id}`)),
        keywords: [wanted],
      })),
    },
    {
      group: t("app.palette.pages"),
      actions: [
        action("home", t("app.pages.home"), IconHome, () => go("/")),
        ...(may("list_plans")
          ? [action("energy", t("app.pages.energy"), IconBolt, () => go("/energy/plans"))]
          : []),
        ...(may("list_approvals")
          ? [action("approvals", t("app.pages.approvals"), IconChecklist, () => go("/approvals"))]
          : []),
        ...(may("list_board_meetings")
          ? [action("board", t("app.pages.board"), IconGavel, () => go("/board"))]
          : []),
        ...(may("list_organisations")
          ? [action("organisations", t("app.pages.organisations"), IconBuilding, () => go("/organisations"))]
          : []),
        ...(may("search_members")
          ? [action("members", t("app.pages.members"), IconAffiliate, () => go("/network/members"))]
          : []),
        action("jobs", t("app.pages.jobs"), IconListCheck, () => go("/jobs")),
        ...(may("list_audit_entries")
          ? [action("audit", t("app.pages.audit"), IconHistory, () => go("/audit"))]
          : []),
        ...(may("list_accounts")
          ? [action("accounts", t("app.pages.accounts"), IconUsers, () => go("/accounts"))]
          : []),
        ...(may("get_rights")
          ? [action("rights", t("app.pages.rights"), IconShieldCheck, () => go("/rights"))]
          : []),
        ...(may("get_health")
          ? [action("upkeep", t("app.pages.upkeep"), IconHeartbeat, () => go("/upkeep"))]
          : []),
        action("security", t("app.pages.security"), IconShieldLock, () => go("/security")),
        action("password", t("auth.change_password"), IconKey, () => go("/password")),
      ],
    },
    {
      group: t("app.palette.actions"),
      actions: [
        action("language", t("app.palette.language"), IconLanguage, () => void changeLanguage(other)),
        action("light", t("app.scheme.light"), IconSun, () => changeScheme("light")),
        action("dark", t("app.scheme.dark"), IconMoon, () => changeScheme("dark")),
        action("auto", t("app.scheme.auto"), IconSunMoon, () => changeScheme("auto")),
        action("sign-out", t("auth.sign_out"), IconLogout, () => void signOut()),
      ],
    },
  ];
  return (
    <Spotlight
      actions={groups.filter((group) => group.actions.length > 0)}
      query={query}
      onQueryChange={setQuery}
      shortcut={["mod + K"]}
      nothingFound={
        plans.isFetching || organisations.isFetching || members.isFetching
          ? t("common.loading")
          : t("app.palette.nothing")
      }
      searchProps={{
        leftSection: <IconSearch size={20} aria-hidden />,
        placeholder: t("app.palette.open"),
        "aria-label": t("app.palette.open"),
      }}
      overlayProps={{ backgroundOpacity: 0.45, blur: 2 }}
      highlightQuery
      scrollable
      maxHeight={420}
    />
  );
}
