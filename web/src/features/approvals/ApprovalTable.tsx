// SPDX-License-Identifier: Apache-2.0
import { Anchor, Badge, Group, Table, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import classes from "../../components/StackedTable.module.css";
import { currentLanguage } from "../../i18n";
import { formatInstant } from "../energy/lib/format";
import type { Summary } from "./api";
import { day, StateBadge, useDocumentWords } from "./words";

export function ApprovalTable({ approvals }: { approvals: Summary[] }) {
  const { t } = useTranslation();
  return (
    <Table
      className={classes.table}
      verticalSpacing="sm"
      horizontalSpacing="lg"
      aria-label={t("approval.title")}
    >
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t("approval.field.title")}</Table.Th>
          <Table.Th scope="col">{t("approval.field.state")}</Table.Th>
          <Table.Th scope="col">{t("approval.field.amount_krw")}</Table.Th>
          <Table.Th scope="col">{t("approval.field.drafter")}</Table.Th>
          <Table.Th scope="col">{t("approval.waiting_for")}</Table.Th>
          <Table.Th scope="col">{t("approval.updated")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {approvals.map((one) => (
          <Row key={one.id} approval={one} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Row({ approval: one }: { approval: Summary }) {
  const { t } = useTranslation();
  const words = useDocumentWords();
  const number = words.number(one);
  return (
    <Table.Tr>
      <Table.Td>
        <Group gap={8}>
          <Anchor component={Link} to={`/approvals/${one.id}`} fw={600} style={{ overflowWrap: "anywhere" }}>
            {one.title}
          </Anchor>
          {one.fictitious && (
            <Badge variant="outline" color="gray">
              {t("approval.fictitious")}
            </Badge>
          )}
        </Group>
        <Text size="sm" c="dimmed" className="num">
          {[words.kind(one.kind), number ?? t(`approval.desk.${one.desk}`)].join(" · ")}
        </Text>
      </Table.Td>
      <Table.Td data-label={t("approval.field.state")}>
        <StateBadge state={one.state} />
      </Table.Td>
      <Table.Td data-label={t("approval.field.amount_krw")} className="num">
        {one.amount_krw === undefined ? "–" : new Intl.NumberFormat(currentLanguage()).format(one.amount_krw)}
      </Table.Td>
      <Table.Td data-label={t("approval.field.drafter")}>{one.drafter_name}</Table.Td>
      <Table.Td data-label={t("approval.waiting_for")}>
        {one.waiting_for ? (
          <div>
            {one.waiting_for}
            <Text size="sm" c={one.overdue ? "var(--mantine-color-error)" : "dimmed"} className="num">
              {`${t("approval.due")} ${day(one.due)}${one.overdue ? ` · ${t("approval.overdue")}` : ""}`}
            </Text>
          </div>
        ) : (
          "–"
        )}
      </Table.Td>
      <Table.Td data-label={t("approval.updated")} className="num">
        {formatInstant(one.updated, currentLanguage())}
      </Table.Td>
    </Table.Tr>
  );
}
