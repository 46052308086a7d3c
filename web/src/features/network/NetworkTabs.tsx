// SPDX-License-Identifier: Apache-2.0
import { Link, useLocation } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useMay } from "../../app/session";
import classes from "./NetworkTabs.module.css";

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
  const may = useMay();
  const path = useLocation({ select: ({ pathname }) => pathname });
  return (
    <nav className={`${classes.tabs} no-print`} aria-label={t("network.pages")}>
      {kTabs
        .filter(({ needs }) => may(needs))
        .map(({ name, to }) => (
          <Link
            key={name}
            to={to}
            className={classes.tab}
            data-here={path.startsWith(to) || undefined}
            aria-current={path === to ? "page" : undefined}
          >
            {t(`network.tabs.${name}`)}
          </Link>
        ))}
    </nav>
  );
}
