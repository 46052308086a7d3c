// SPDX-License-Identifier: Apache-2.0
import { Group, Text } from "@mantine/core";
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
} from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { Marked } from "../components/Marked";
import { type Found, foundQuery, textOf } from "../features/search/api";
import { iconOf } from "../features/search/kinds";
import { factsOf } from "../features/search/Results";
import { usePreferences } from "./preferences";
import { useMay } from "./session";
import { useSignOut } from "./useSignOut";

type Entry = SpotlightActionData | SpotlightActionGroupData;

const kSeeAll = "search-all";
const kRecord = "record-";

/** A record that was found, with what answers marked. */
function foundAction(kind: string, one: Found, onClick: () => void): SpotlightActionData {
  const Icon = iconOf(kind);
  return {
    id: `${kRecord}${kind}-${one.id}`,
    label: textOf(one.title),
    onClick,
    children: (
      <Group gap="sm" wrap="nowrap" w="100%">
        <Icon size={20} aria-hidden style={{ flex: "none" }} />
        <Text span style={{ flex: 1, overflowWrap: "anywhere" }}>
          <Marked parts={one.title} />
        </Text>
        <Text span size="sm" c="dimmed" ta="right" maw="45%" truncate>
          {factsOf(one)}
        </Text>
      </Group>
    ),
  };
}

/** Pages and actions by their names. What the server found it has chosen already. */
function chosen(query: string, groups: Entry[]): Entry[] {
  const part = query.trim().toLowerCase();
  const fits = (one: SpotlightActionData) =>
    one.id === kSeeAll || one.id.startsWith(kRecord) || (one.label ?? "").toLowerCase().includes(part);
  return groups.flatMap((group): Entry[] => {
    if (!("actions" in group)) return fits(group) ? [group] : [];
    const actions = group.actions.filter(fits);
    return actions.length > 0 ? [{ ...group, actions }] : [];
  });
}

/** Ctrl-K or /: every page, every record that one may see, and what is switched. */
export function Palette() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const may = useMay();
  const { language, changeLanguage, changeScheme } = usePreferences();
  const signOut = useSignOut();
  const [query, setQuery] = useState("");
  const [wanted] = useDebouncedValue(query.trim(), 200);
  const found = useQuery(foundQuery(wanted, 4, may("find_records")));
  const results = query.trim() === "" ? [] : (found.data ?? []);

  const go = (to: string, search?: Record<string, string>) =>
    void navigate({ to, ...(search && { search }) } as never);
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
    ...results.map((group) => ({
      group: t(`search.kind.${group.kind}`),
      actions: group.items.map((one) => foundAction(group.kind, one, () => go(one.page))),
    })),
    ...(results.length === 0
      ? []
      : [
          {
            group: t("search.title"),
            actions: [
              action(kSeeAll, t("search.box.see_all", { q: wanted }), IconSearch, () =>
                go("/search", { q: wanted }),
              ),
            ],
          },
        ]),
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
      filter={chosen}
      attributes={{ content: { "aria-label": t("search.box.label") } }}
      shortcut={["mod + K", "/"]}
      nothingFound={found.isFetching ? t("common.loading") : t("app.palette.nothing")}
      searchProps={{
        leftSection: <IconSearch size={20} aria-hidden />,
        placeholder: t("search.box.hint"),
        "aria-label": t("search.box.label"),
      }}
      overlayProps={{ backgroundOpacity: 0.45, blur: 2 }}
      highlightQuery
      scrollable
      maxHeight={420}
    />
  );
}
