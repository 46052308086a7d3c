// SPDX-License-Identifier: Apache-2.0
import { Anchor, Group, Paper, Skeleton, Stack, Table, Text } from "@mantine/core";
import { IconLicense } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../components/EmptyState";
import { ProblemAlert } from "../../components/ProblemAlert";
import { SearchInput } from "../../components/SearchInput";
import stacked from "../../components/StackedTable.module.css";
import { urlText, useUrlState } from "../../hooks/useUrlState";
import { licencesQuery } from "./api";

/** The parts that this build is made of, with their licences. */
export function LicencesPanel() {
  const { t } = useTranslation();
  const [search, update] = useUrlState();
  const { data, error, refetch, isPending } = useQuery(licencesQuery);
  const words = urlText(search.q).toLowerCase();
  const shown = (data ?? []).filter(({ name, licence }) =>
    `${name} ${licence}`.toLowerCase().includes(words),
  );
  return (
    <Stack gap="md">
      <Text>{t("upkeep.licences.text")}</Text>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {isPending && <Skeleton h={320} radius="lg" />}
      {data === null && (
        <EmptyState
          icon={<IconLicense size={32} />}
          title={t("upkeep.tab.licences")}
          text={t("upkeep.licences.none")}
        />
      )}
      {data && (
        <>
          <Group gap="md">
            <SearchInput
              label={t("upkeep.licences.search")}
              value={urlText(search.q)}
              onSearch={(q) => update({ q: q || undefined })}
            />
            <Text size="sm" c="dimmed" role="status">
              {t("upkeep.licences.count", { count: shown.length })}
            </Text>
          </Group>
          <Paper className="panel" style={{ overflow: "hidden" }}>
            <Table className={stacked.table}>
              <Table.Thead>
                <Table.Tr>
                  {["part", "version", "licence", "where"].map((column) => (
                    <Table.Th key={column} style={{ whiteSpace: "nowrap" }}>
                      {t(`upkeep.licences.${column}`)}
                    </Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {shown.map((part) => (
                  <Table.Tr key={`${part.where}-${part.name}-${part.version}`}>
                    <Table.Td data-label={t("upkeep.licences.part")}>
                      {/^https?:\/\//.test(part.home) ? (
                        <Anchor href={part.home} target="_blank" rel="noreferrer">
                          {part.name}
                        </Anchor>
                      ) : (
                        part.name
                      )}
                    </Table.Td>
                    <Table.Td data-label={t("upkeep.licences.version")}>{part.version}</Table.Td>
                    <Table.Td data-label={t("upkeep.licences.licence")}>{part.licence}</Table.Td>
                    <Table.Td data-label={t("upkeep.licences.where")}>
                      {t(`upkeep.licences.${part.where}`)}
                    </Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Paper>
        </>
      )}
    </Stack>
  );
}
