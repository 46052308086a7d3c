// SPDX-License-Identifier: Apache-2.0
import { Badge, Button, Group, Skeleton, Stack, Table, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../../components/ProblemAlert";
import stacked from "../../components/StackedTable.module.css";
import { Section } from "../accounts/Section";
import { type Setting, settingsQuery } from "./api";
import { SettingDialog } from "./SettingDialog";

export function SettingsPanel() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(settingsQuery);
  const [open, setOpen] = useState<string>();
  const chosen = data?.items.find(({ name }) => name === open);
  return (
    <Stack gap="lg">
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton h={320} radius="lg" />}
      {data && (
        <>
          <Section title={t("upkeep.settings.title")} text={t("upkeep.settings.text")}>
            <SettingTable settings={data.items} onEdit={setOpen} />
          </Section>
          <Section title={t("upkeep.options.title")} text={t("upkeep.options.text")}>
            <Table className={stacked.table}>
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t("upkeep.settings.column.name")}</Table.Th>
                  <Table.Th>{t("upkeep.settings.column.value")}</Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {data.options.map(({ name, value }) => (
                  <Table.Tr key={name}>
                    <Table.Td data-label={t("upkeep.settings.column.name")}>
                      {t(`upkeep.option.${name}`)}
                    </Table.Td>
                    <Table.Td
                      data-label={t("upkeep.settings.column.value")}
                      style={{ overflowWrap: "anywhere" }}
                    >
                      {value || <Empty />}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Section>
        </>
      )}
      {chosen && <SettingDialog setting={chosen} onClose={() => setOpen(undefined)} />}
    </Stack>
  );
}

function Empty() {
  const { t } = useTranslation();
  return (
    <Text span c="dimmed">
      {t("upkeep.settings.empty")}
    </Text>
  );
}

function SettingTable({ settings, onEdit }: { settings: Setting[]; onEdit: (name: string) => void }) {
  const { t } = useTranslation();
  return (
    <Table className={stacked.table}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("upkeep.settings.column.name")}</Table.Th>
          <Table.Th>{t("upkeep.settings.column.value")}</Table.Th>
          <Table.Th>{t("upkeep.settings.column.action")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {settings.map((setting) => {
          const name = t(`upkeep.setting.${setting.name}.name`);
          return (
            <Table.Tr key={setting.name}>
              <Table.Td data-label={t("upkeep.settings.column.name")}>
                <div>
                  <Text>{name}</Text>
                  <Text size="sm" c="dimmed">
                    {t(`upkeep.setting.${setting.name}.hint`)}
                  </Text>
                </div>
              </Table.Td>
              <Table.Td data-label={t("upkeep.settings.column.value")}>
                <Group gap="xs">
                  {setting.value || <Empty />}
                  {!setting.chosen && setting.value && (
                    <Badge color="gray">{t("upkeep.settings.is_fallback")}</Badge>
                  )}
                </Group>
              </Table.Td>
              <Table.Td data-label={t("upkeep.settings.column.action")}>
                <Button
                  variant="default"
                  aria-label={t("upkeep.settings.edit_one", { name })}
                  onClick={() => onEdit(setting.name)}
                >
                  {t("upkeep.settings.edit")}
                </Button>
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}
