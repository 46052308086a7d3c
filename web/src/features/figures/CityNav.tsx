// SPDX-License-Identifier: Apache-2.0
import { Button, Group } from "@mantine/core";
import { Link, useLocation } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { EnergyTabs } from "../energy/EnergyTabs";

const kCityPages = [
  { to: "/energy/indicators", name: "overview" },
  { to: "/energy/balance", name: "balance" },
  { to: "/energy/decompose", name: "decompose" },
  { to: "/energy/figures", name: "list" },
  { to: "/energy/sources", name: "sources" },
];

/** The pages of the city as it is, beside each other. */
export function CityNav() {
  const { t } = useTranslation();
  const path = useLocation({ select: ({ pathname }) => pathname });
  return (
    <>
      <EnergyTabs />
      <Group component="nav" gap="xs" mb="lg" className="no-print" aria-label={t("figures.title")}>
        {kCityPages.map(({ to, name }) => {
          const here = path === to;
          return (
            <Button
              key={to}
              component={Link}
              to={to}
              size="sm"
              variant={here ? "light" : "default"}
              {...(here && { "aria-current": "page" as const })}
            >
              {t(`figures.nav.${name}`)}
            </Button>
          );
        })}
      </Group>
    </>
  );
}

export const cityCrumbs = (t: (key: string) => string, label: string) => [
  { label: t("app.pages.home"), to: "/" },
  { label: t("home.desks.energy.name"), to: "/energy/plans" },
  { label: t("figures.title"), to: "/energy/indicators" },
  { label },
];
