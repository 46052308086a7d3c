// SPDX-License-Identifier: Apache-2.0
import { Anchor, Button, Group, Table, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { problemSentence } from "../../../api/problems";
import { notice } from "../../../components/notices";
import classes from "../../../components/StackedTable.module.css";
import { currentLanguage } from "../../../i18n";
import { FictitiousBadge } from "../../people/badges";
import { countryName } from "../../people/countries";
import { nameFor } from "../../people/names";
import { type Cluster, useRestoreCluster } from "./api";
import { StandingBadge, VerdictBadge } from "./badges";

export function ClusterTable({ clusters }: { clusters: Cluster[] }) {
  const { t } = useTranslation();
  return (
    <Table
      className={classes.table}
      verticalSpacing="sm"
      horizontalSpacing="lg"
      aria-label={t("network.clusters.title")}
    >
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t("people.field.names")}</Table.Th>
          <Table.Th scope="col">{t("network.field.place")}</Table.Th>
          <Table.Th scope="col">{t("network.standing.label")}</Table.Th>
          <Table.Th scope="col">{t("network.field.joined")}</Table.Th>
          <Table.Th scope="col">{t("network.field.members")}</Table.Th>
          <Table.Th scope="col">{t("network.verdict.label")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {clusters.map((one) => (
          <Row key={one.id} cluster={one} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Row({ cluster: one }: { cluster: Cluster }) {
  const { t } = useTranslation();
  const language = currentLanguage();
  const other = nameFor(one.names, language);
  const last = one.periods.at(-1);
  return (
    <Table.Tr>
      <Table.Td>
        <Group gap={8}>
          {one.deleted ? (
            <Text fw={600}>{one.name}</Text>
          ) : (
            <Anchor component={Link} to={`/network/clusters/${one.id}`} fw={600}>
              {one.name}
            </Anchor>
          )}
          {one.fictitious && <FictitiousBadge />}
          {one.actions.includes("restore_cluster") && <RestoreButton cluster={one} />}
        </Group>
        {other && (
          <Text size="sm" c="dimmed">
            {other}
          </Text>
        )}
      </Table.Td>
      <Table.Td data-label={t("network.field.place")}>
        {[countryName(one.country, language), one.city].filter(Boolean).join(" · ")}
      </Table.Td>
      <Table.Td data-label={t("network.standing.label")}>
        <StandingBadge standing={one.standing} />
      </Table.Td>
      <Table.Td data-label={t("network.field.joined")} className="num">
        {last?.joined ?? "–"}
      </Table.Td>
      <Table.Td data-label={t("network.field.members")} className="num">
        {one.members}
      </Table.Td>
      <Table.Td data-label={t("network.verdict.label")}>
        <VerdictBadge verdict={one.validation.verdict} />
      </Table.Td>
    </Table.Tr>
  );
}

function RestoreButton({ cluster: one }: { cluster: Cluster }) {
  const { t } = useTranslation();
  const restore = useRestoreCluster();
  return (
    <Button
      size="compact-md"
      variant="default"
      loading={restore.isPending}
      aria-label={t("people.restore_named", { name: one.name })}
      onClick={() =>
        restore.mutate(one.id, {
          onSuccess: ({ name }) => notice("teal", t("people.restored", { name })),
          onError: (error) => notice("red", problemSentence(t, error)),
        })
      }
    >
      {t("people.restore")}
    </Button>
  );
}
