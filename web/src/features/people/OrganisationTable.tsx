// SPDX-License-Identifier: Apache-2.0
import { Anchor, Button, Group, Table, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { problemSentence } from "../../api/problems";
import { notice } from "../../components/notices";
import classes from "../../components/StackedTable.module.css";
import { currentLanguage } from "../../i18n";
import { formatInstant } from "../energy/lib/format";
import { type Organisation, useRestoreOrganisation } from "./api";
import { FictitiousBadge, KindBadge } from "./badges";
import { countryName } from "./countries";
import { nameFor } from "./names";

export function OrganisationTable({ organisations }: { organisations: Organisation[] }) {
  const { t } = useTranslation();
  return (
    <Table
      className={classes.table}
      verticalSpacing="sm"
      horizontalSpacing="lg"
      aria-label={t("people.organisation.title")}
    >
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t("people.field.names")}</Table.Th>
          <Table.Th scope="col">{t("people.field.kind")}</Table.Th>
          <Table.Th scope="col">{t("people.field.country")}</Table.Th>
          <Table.Th scope="col">{t("people.field.registration_number")}</Table.Th>
          <Table.Th scope="col">{t("people.updated")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {organisations.map((one) => (
          <Row key={one.id} organisation={one} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Row({ organisation: one }: { organisation: Organisation }) {
  const { t } = useTranslation();
  const language = currentLanguage();
  const other = nameFor(one.names, language);
  return (
    <Table.Tr>
      <Table.Td>
        <Group gap={8}>
          {one.deleted ? (
            <Text fw={600}>{one.name}</Text>
          ) : (
            <Anchor component={Link} to={`/organisations/${one.id}`} fw={600}>
              {one.name}
            </Anchor>
          )}
          {one.fictitious && <FictitiousBadge />}
          {one.actions.includes("restore_organisation") && <RestoreButton organisation={one} />}
        </Group>
        {other && (
          <Text size="sm" c="dimmed">
            {other}
          </Text>
        )}
      </Table.Td>
      <Table.Td data-label={t("people.field.kind")}>
        <KindBadge kind={one.kind} />
      </Table.Td>
      <Table.Td data-label={t("people.field.country")}>{countryName(one.country, language)}</Table.Td>
      <Table.Td data-label={t("people.field.registration_number")} className="num">
        {one.registration_number ?? "–"}
      </Table.Td>
      <Table.Td data-label={t("people.updated")} className="num">
        {formatInstant(one.deleted ?? one.updated, language)}
      </Table.Td>
    </Table.Tr>
  );
}

function RestoreButton({ organisation: one }: { organisation: Organisation }) {
  const { t } = useTranslation();
  const restore = useRestoreOrganisation();
  return (
    <Button
      size="compact-md"
      variant="default"
      loading={restore.isPending}
      aria-label={t("people.restore_named", { name: one.name })}
      onClick={() =>
        restore.mutate(one.id, {
          onSuccess: () => notice("teal", t("people.restored", { name: one.name })),
          onError: (error) => notice("red", problemSentence(t, error)),
        })
      }
    >
      {t("people.restore")}
    </Button>
  );
}
