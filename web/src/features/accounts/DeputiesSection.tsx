// SPDX-License-Identifier: Apache-2.0
import { Button, Skeleton, Table, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { notice } from "../../components/notices";
import { ProblemAlert } from "../../components/ProblemAlert";
import classes from "../../components/StackedTable.module.css";
import { type Account, type Deputy, deputiesQuery, useEndDeputy } from "./api";
import { DeputyDialog } from "./DeputyDialog";
import { EndDialog } from "./EndDialog";
import { PeriodBadge, usePeriodText } from "./Period";
import { Section } from "./Section";

export function DeputiesSection({ account }: { account: Account }) {
  const { t } = useTranslation();
  const { data: deputies, error, refetch } = useQuery(deputiesQuery(account.id));
  const [appointing, setAppointing] = useState(false);
  const [ending, setEnding] = useState<Deputy>();
  return (
    <Section
      title={t("accounts.deputy.title")}
      text={t("accounts.deputy.text")}
      action={
        account.actions.includes("appoint_deputy") && (
          <Button
            variant="default"
            leftSection={<IconPlus size={18} aria-hidden />}
            onClick={() => setAppointing(true)}
          >
            {t("accounts.deputy.open")}
          </Button>
        )
      }
    >
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {!deputies && !error && <Skeleton h={80} mx="lg" />}
      {deputies?.length === 0 && (
        <Text px={{ base: "md", sm: "lg" }} c="dimmed">
          {t("accounts.deputy.none")}
        </Text>
      )}
      {deputies && deputies.length > 0 && <DeputyTable deputies={deputies} onEnd={setEnding} />}
      {appointing && <DeputyDialog account={account} onClose={() => setAppointing(false)} />}
      {ending && <EndDeputy deputy={ending} onClose={() => setEnding(undefined)} />}
    </Section>
  );
}

function DeputyTable({ deputies, onEnd }: { deputies: Deputy[]; onEnd: (deputy: Deputy) => void }) {
  const { t } = useTranslation();
  const periodText = usePeriodText();
  return (
    <Table className={classes.table} horizontalSpacing="lg" aria-label={t("accounts.deputy.table")}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t("accounts.deputy.who")}</Table.Th>
          <Table.Th scope="col">{t("accounts.held.period")}</Table.Th>
          <Table.Th scope="col">{t("accounts.state")}</Table.Th>
          <Table.Td />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {deputies.map((deputy) => (
          <Table.Tr key={deputy.id}>
            <Table.Td>
              <Text fw={600}>{deputy.deputy_name}</Text>
            </Table.Td>
            <Table.Td data-label={t("accounts.held.period")}>{periodText(deputy)}</Table.Td>
            <Table.Td data-label={t("accounts.state")}>
              <PeriodBadge state={deputy.state} />
            </Table.Td>
            <Table.Td className={classes.actions}>
              {deputy.actions.includes("end_deputy") && (
                <Button
                  variant="default"
                  onClick={() => onEnd(deputy)}
                  aria-label={t("accounts.deputy.end_one", { name: deputy.deputy_name })}
                >
                  {t("accounts.held.end")}
                </Button>
              )}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function EndDeputy({ deputy, onClose }: { deputy: Deputy; onClose: () => void }) {
  const { t } = useTranslation();
  const end = useEndDeputy();
  const name = deputy.deputy_name;
  const confirm = () =>
    end.mutate(deputy, {
      onSuccess: () => {
        notice("teal", t("accounts.deputy.ended", { name }));
        onClose();
      },
    });
  return (
    <EndDialog
      title={t("accounts.deputy.end_title")}
      text={t("accounts.deputy.end_text", { name })}
      action={t("accounts.held.end")}
      error={end.error}
      pending={end.isPending}
      onConfirm={confirm}
      onClose={onClose}
    />
  );
}
