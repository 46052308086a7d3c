// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from "react-i18next";
import { DeskTabs } from "../../components/DeskTabs";

/** The desk's pages, in the order in which one works with them. */
const kTabs: { name: string; to: string; needs: string }[] = [
  { name: "members", to: "/network/members", needs: "search_members" },
  { name: "due", to: "/network/due", needs: "list_due_members" },
  { name: "clusters", to: "/network/clusters", needs: "list_clusters" },
  { name: "growth", to: "/network/growth", needs: "get_growth" },
  { name: "meetings", to: "/network/meetings", needs: "list_meetings" },
  { name: "taxonomy", to: "/network/taxonomy", needs: "get_taxonomy" },
];

export function NetworkTabs() {
  const { t } = useTranslation();
  return (
    <DeskTabs
      label={t("network.pages")}
      colour="var(--dure-network)"
      tabs={kTabs.map(({ name, to, needs }) => ({ to, needs, label: t(`network.tabs.${name}`) }))}
    />
  );
}
