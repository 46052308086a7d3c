// SPDX-License-Identifier: Apache-2.0
import { Tabs } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useMay } from "../../app/session";
import { PageHeader } from "../../components/PageHeader";
import { urlText, useUrlState } from "../../hooks/useUrlState";
import { BackupsPanel } from "../backup/BackupsPanel";
import { HealthPanel } from "./HealthPanel";
import { LicencesPanel } from "./LicencesPanel";
import { SettingsPanel } from "./SettingsPanel";

/** What whoever administers the installation looks after. */
export function UpkeepPage() {
  const { t } = useTranslation();
  const [search, update] = useUrlState();
  const may = useMay();
  const tabs = [
    ...(may("get_health") ? ["health"] : []),
    ...(may("list_settings") ? ["settings"] : []),
    ...(may("list_backups") ? ["backups"] : []),
    "licences",
  ];
  const wanted = urlText(search.tab);
  const tab = tabs.includes(wanted) ? wanted : tabs[0];
  return (
    <>
      <PageHeader
        title={t("upkeep.title")}
        description={t("upkeep.description")}
        crumbs={[{ label: t("app.pages.home"), to: "/" }, { label: t("upkeep.title") }]}
      />
      <Tabs value={tab} onChange={(next) => update({ tab: next ?? undefined })} keepMounted={false}>
        <Tabs.List aria-label={t("upkeep.tabs")} mb="lg">
          {tabs.map((one) => (
            <Tabs.Tab key={one} value={one}>
              {t(`upkeep.tab.${one}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="health">
          <HealthPanel />
        </Tabs.Panel>
        <Tabs.Panel value="settings">
          <SettingsPanel />
        </Tabs.Panel>
        <Tabs.Panel value="backups">
          <BackupsPanel />
        </Tabs.Panel>
        <Tabs.Panel value="licences">
          <LicencesPanel />
        </Tabs.Panel>
      </Tabs>
    </>
  );
}
