// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Anchor, Avatar, Badge, Group, Menu, Table, Text } from "@mantine/core";
import { IconDotsVertical, IconPencil, IconPower } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useSession } from "../../app/session";
import classes from "../../components/StackedTable.module.css";
import { currentLanguage } from "../../i18n";
import { formatInstant } from "../energy/lib/format";
import type { Account } from "./api";

interface Actions {
  onEdit: (account: Account) => void;
  onActive: (account: Account) => void;
}

export function AccountTable({ accounts, ...actions }: { accounts: Account[] } & Actions) {
  const { t } = useTranslation();
  return (
    <Table
      className={classes.table}
      verticalSpacing="sm"
      horizontalSpacing="lg"
      aria-label={t("accounts.table")}
    >
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t("auth.name")}</Table.Th>
          <Table.Th scope="col">{t("accounts.roles_label")}</Table.Th>
          <Table.Th scope="col">{t("accounts.state")}</Table.Th>
          <Table.Th scope="col">{t("accounts.last_sign_in")}</Table.Th>
          <Table.Td />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {accounts.map((account) => (
          <AccountRow key={account.id} account={account} {...actions} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function AccountRow({ account, onEdit, onActive }: { account: Account } & Actions) {
  const { t } = useTranslation();
  const me = useSession()?.account.id === account.id;
  const { name, email, roles, active, example, invited, last_sign_in } = account;
  return (
    <Table.Tr data-inactive={!active || undefined}>
      <Table.Td>
        <Group gap="sm" wrap="nowrap">
          <Avatar name={name} color="jjok" size={38} aria-hidden />
          <div style={{ minWidth: 0 }}>
            <Group gap={6}>
              <Anchor component={Link} to={`/accounts/${account.id}`} fw={600}>
                {name}
              </Anchor>
              {me && (
                <Badge size="sm" variant="light" radius="sm" tt="none">
                  {t("accounts.you")}
                </Badge>
              )}
              {example && (
                <Badge size="sm" variant="light" color="gam" radius="sm" tt="none">
                  {t("accounts.example")}
                </Badge>
              )}
            </Group>
            <Text size="sm" c="dimmed">
              {email}
            </Text>
          </div>
        </Group>
      </Table.Td>
      <Table.Td data-label={t("accounts.roles_label")}>
        {roles.map((role) => t(`accounts.roles.${role}`)).join(", ") || t("accounts.no_role")}
      </Table.Td>
      <Table.Td data-label={t("accounts.state")}>
        <Badge variant="light" color={active ? (invited ? "jjok" : "teal") : "gray"} radius="sm" tt="none">
          {t(active ? (invited ? "accounts.invited" : "accounts.active") : "accounts.inactive")}
        </Badge>
      </Table.Td>
      <Table.Td data-label={t("accounts.last_sign_in")} className="num">
        {last_sign_in ? formatInstant(last_sign_in, currentLanguage()) : t("accounts.never")}
      </Table.Td>
      <Table.Td className={classes.actions}>
        {account.actions.includes("change_account") && (
          <Menu position="bottom-end">
            <Menu.Target>
              <ActionIcon
                variant="subtle"
                color="gray"
                c="var(--dure-ink)"
                size={44}
                aria-label={t("accounts.actions", { name })}
              >
                <IconDotsVertical size={20} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Item leftSection={<IconPencil size={18} aria-hidden />} onClick={() => onEdit(account)}>
                {t("accounts.edit")}
              </Menu.Item>
              <Menu.Item leftSection={<IconPower size={18} aria-hidden />} onClick={() => onActive(account)}>
                {t(active ? "accounts.deactivate" : "accounts.activate")}
              </Menu.Item>
            </Menu.Dropdown>
          </Menu>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
