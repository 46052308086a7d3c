// SPDX-License-Identifier: Apache-2.0
import { Badge, Table, Text, UnstyledButton } from "@mantine/core";
import { useTranslation } from "react-i18next";
import classes from "../../components/StackedTable.module.css";
import { currentLanguage } from "../../i18n";
import { formatInstant } from "../energy/lib/format";
import { kStateColours, type MailStateName, type MailSummary } from "./api";

export function MailStateBadge({ state }: { state: MailStateName }) {
  const { t } = useTranslation();
  return (
    <Badge variant="light" color={kStateColours[state]} radius="sm" tt="none">
      {t(`mails.state.${state}`)}
    </Badge>
  );
}

export function MailTable({ mails, onOpen }: { mails: MailSummary[]; onOpen: (id: string) => void }) {
  const { t } = useTranslation();
  return (
    <Table
      className={classes.table}
      verticalSpacing="sm"
      horizontalSpacing="lg"
      aria-label={t("mails.table")}
    >
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t("mails.subject")}</Table.Th>
          <Table.Th scope="col">{t("mails.reader")}</Table.Th>
          <Table.Th scope="col">{t("mails.state_label")}</Table.Th>
          <Table.Th scope="col">{t("mails.when")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {mails.map((mail) => (
          <Table.Tr key={mail.id}>
            <Table.Td>
              <UnstyledButton onClick={() => onOpen(mail.id)} aria-label={t("mails.open", mail)}>
                <Text fw={600} c="var(--mantine-color-anchor)" lang={mail.language}>
                  {mail.subject}
                </Text>
              </UnstyledButton>
            </Table.Td>
            <Table.Td data-label={t("mails.reader")}>
              {mail.name}
              <Text size="sm" c="dimmed" style={{ overflowWrap: "anywhere" }}>
                {mail.address}
              </Text>
            </Table.Td>
            <Table.Td data-label={t("mails.state_label")}>
              <MailStateBadge state={mail.state} />
              {mail.failure && (
                <Text size="sm" c="dimmed" maw={320} style={{ overflowWrap: "anywhere" }}>
                  {mail.failure}
                </Text>
              )}
            </Table.Td>
            <Table.Td data-label={t("mails.when")} className="num">
              {formatInstant(mail.created, currentLanguage())}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
