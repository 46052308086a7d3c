// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from "react-i18next";
import { DeskTabs } from "../../components/DeskTabs";

/** The desk's pages, in the order in which one works with them. */
const kTabs: { name: string; to: string; needs: string; also?: string[] }[] = [
  { name: "plans", to: "/energy/plans", needs: "list_plans" },
  {
    name: "city",
    to: "/energy/indicators",
    needs: "list_figures",
    also: ["/energy/balance", "/energy/decompose", "/energy/figures", "/energy/sources"],
  },
  { name: "forecasts", to: "/energy/forecasts", needs: "list_forecasts" },
  { name: "measures", to: "/energy/measures", needs: "list_measures" },
  { name: "curve", to: "/energy/abatement-curve", needs: "get_abatement_curve" },
  { name: "gap", to: "/energy/gap", needs: "get_gap" },
  { name: "monitoring", to: "/energy/monitoring", needs: "get_monitoring_report" },
  { name: "programmes", to: "/energy/programmes", needs: "list_energy_programmes" },
  { name: "years", to: "/energy/centre-years", needs: "list_centre_years" },
];

export function EnergyTabs() {
  const { t } = useTranslation();
  return (
    <DeskTabs
      label={t("energy_desk.pages")}
      colour="var(--dure-energy)"
      tabs={kTabs.map(({ name, ...tab }) => ({ ...tab, label: t(`energy_desk.tabs.${name}`) }))}
    />
  );
}
