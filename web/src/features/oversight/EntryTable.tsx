// SPDX-License-Identifier: Apache-2.0
import { Badge, Button, Group, Table, Text } from "@mantine/core";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { Fragment, useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "../../components/StackedTable.module.css";
import { currentLanguage } from "../../i18n";
import { formatInstant } from "../energy/lib/format";
import { actorText } from "./actor";
import type { AuditEntry } from "./api";
import { ChangesTable } from "./ChangesTable";

export function EntryTable({ entries, ...rest }: { entries: AuditEntry[] } & Actions) {
  const { t } = useTranslation();
  return (
    <Table
      className={classes.table}
      verticalSpacing="sm"
      horizontalSpacing="lg"
      aria-label={t("audit.title")}
    >
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t("audit.when")}</Table.Th>
          <Table.Th scope="col">{t("audit.actor")}</Table.Th>
          <Table.Th scope="col">{t("audit.what")}</Table.Th>
          <Table.Th scope="col">{t("audit.record")}</Table.Th>
          <Table.Td />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {entries.map((entry) => (
          <EntryRow key={entry.number} entry={entry} {...rest} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

interface Actions {
  onRecord: (entry: AuditEntry) => void;
}

function EntryRow({ entry, onRecord }: { entry: AuditEntry } & Actions) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const action = t([`rights.operation.${entry.action}`, `audit.action.${entry.action}`], entry.action);
  const Chevron = open ? IconChevronDown : IconChevronRight;
  return (
    <Fragment>
      <Table.Tr>
        <Table.Td className="num">
          {formatInstant(entry.at, currentLanguage())}
          <Text size="sm" c="dimmed">
            {t("audit.number", { number: entry.number })}
          </Text>
        </Table.Td>
        <Table.Td data-label={t("audit.actor")}>{actorText(t, entry)}</Table.Td>
        <Table.Td data-label={t("audit.what")}>
          <Group gap={6}>
            {action}
            {!entry.sealed && (
              <Badge variant="default" radius="sm" tt="none">
                {t("audit.waiting")}
              </Badge>
            )}
          </Group>
        </Table.Td>
        <Table.Td data-label={t("audit.record")}>
          <Button
            variant="subtle"
            size="compact-md"
            px={4}
            aria-label={t("audit.show_record", {
              kind: t(`audit.kind.${entry.record_kind}`, entry.record_kind),
            })}
            onClick={() => onRecord(entry)}
          >
            {t(`audit.kind.${entry.record_kind}`, entry.record_kind)}
          </Button>
        </Table.Td>
        <Table.Td>
          <Button
            variant="default"
            size="compact-md"
            leftSection={<Chevron size={16} aria-hidden />}
            aria-expanded={open}
            aria-label={t("audit.details_of", { number: entry.number })}
            onClick={() => setOpen(!open)}
          >
            {t("audit.details")}
          </Button>
        </Table.Td>
      </Table.Tr>
      {open && (
        <Table.Tr>
          <Table.Td colSpan={5}>
            <ChangesTable entry={entry} />
            <Text size="sm" c="dimmed" mt="xs" className="num">
              {t("audit.ids", { record: entry.record_id, request: entry.request_id })}
            </Text>
          </Table.Td>
        </Table.Tr>
      )}
    </Fragment>
  );
}
