// SPDX-License-Identifier: Apache-2.0
import { Button, Skeleton, Table, Text } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { notice } from "../../components/notices";
import { ProblemAlert } from "../../components/ProblemAlert";
import classes from "../../components/StackedTable.module.css";
import { OrganisationName } from "../people/OrganisationName";
import { type Account, type RoleGrant, rolesQuery, useEndRole } from "./api";
import { EndDialog } from "./EndDialog";
import { GiveRoleDialog } from "./GiveRoleDialog";
import { PeriodBadge, usePeriodText } from "./Period";
import { Section } from "./Section";

export function RolesSection({ account }: { account: Account }) {
  const { t } = useTranslation();
  const { data: grants, error, refetch } = useQuery(rolesQuery(account.id));
  const [giving, setGiving] = useState(false);
  const [ending, setEnding] = useState<RoleGrant>();
  return (
    <Section
      title={t("accounts.held.title")}
      text={t("accounts.held.text")}
      action={
        account.actions.includes("give_role") && (
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setGiving(true)}>
            {t("accounts.give.open")}
          </Button>
        )
      }
    >
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {!grants && !error && <Skeleton h={120} mx="lg" />}
      {grants?.length === 0 && (
        <Text px={{ base: "md", sm: "lg" }} c="dimmed">
          {t("accounts.held.none")}
        </Text>
      )}
      {grants && grants.length > 0 && <GrantTable grants={grants} onEnd={setEnding} />}
      {giving && <GiveRoleDialog account={account} onClose={() => setGiving(false)} />}
      {ending && <EndRole account={account} grant={ending} onClose={() => setEnding(undefined)} />}
    </Section>
  );
}

function GrantTable({ grants, onEnd }: { grants: RoleGrant[]; onEnd: (grant: RoleGrant) => void }) {
  const { t } = useTranslation();
  const periodText = usePeriodText();
  return (
    <Table className={classes.table} horizontalSpacing="lg" aria-label={t("accounts.held.table")}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t("accounts.give.role")}</Table.Th>
          <Table.Th scope="col">{t("accounts.held.period")}</Table.Th>
          <Table.Th scope="col">{t("accounts.state")}</Table.Th>
          <Table.Td />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {grants.map((grant) => (
          <Table.Tr key={grant.id}>
            <Table.Td>
              <Text fw={600}>{t(`accounts.roles.${grant.role}`)}</Text>
              {grant.organisation && (
                <Text size="sm" c="dimmed">
                  {t("accounts.held.organisation")}: <OrganisationName id={grant.organisation} />
                </Text>
              )}
            </Table.Td>
            <Table.Td data-label={t("accounts.held.period")}>{periodText(grant)}</Table.Td>
            <Table.Td data-label={t("accounts.state")}>
              <PeriodBadge state={grant.state} />
            </Table.Td>
            <Table.Td className={classes.actions}>
              {grant.actions.includes("end_role") && (
                <Button
                  variant="default"
                  onClick={() => onEnd(grant)}
                  aria-label={t("accounts.held.end_one", { role: t(`accounts.roles.${grant.role}`) })}
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

function EndRole(props: { account: Account; grant: RoleGrant; onClose: () => void }) {
  const { t } = useTranslation();
  const end = useEndRole();
  const role = t(`accounts.roles.${props.grant.role}`);
  const confirm = () =>
    end.mutate(props.grant, {
      onSuccess: () => {
        notice("teal", t("accounts.held.ended", { role }));
        props.onClose();
      },
    });
  return (
    <EndDialog
      title={t("accounts.held.end_title")}
      text={t("accounts.held.end_text", { role, name: props.account.name })}
      action={t("accounts.held.end")}
      error={end.error}
      pending={end.isPending}
      onConfirm={confirm}
      onClose={props.onClose}
    />
  );
}
