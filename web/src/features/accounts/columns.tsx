// SPDX-License-Identifier: Apache-2.0
import { Anchor, Avatar, Badge, Group, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { useSession } from "../../app/session";
import type { ListColumn } from "../../components/list/columns";
import { formatInstant } from "../energy/lib/format";
import type { Account } from "./api";

/** What the list of accounts can show. */
export function accountColumns(t: TFunction, language: "ko" | "en"): ListColumn<Account>[] {
  return [
    {
      key: "name",
      label: t("auth.name"),
      always: true,
      sort: { up: "name", down: "-name" },
      cell: (account) => <Person account={account} />,
    },
    {
      key: "roles",
      label: t("accounts.roles_label"),
      cell: ({ roles }) =>
        roles.map((role) => t(`accounts.roles.${role}`)).join(", ") || t("accounts.no_role"),
    },
    {
      key: "state",
      label: t("accounts.state"),
      cell: ({ active, invited }) => (
        <Badge variant="light" color={active ? (invited ? "jjok" : "teal") : "gray"} radius="sm" tt="none">
          {t(active ? (invited ? "accounts.invited" : "accounts.active") : "accounts.inactive")}
        </Badge>
      ),
    },
    {
      key: "last_sign_in",
      label: t("accounts.last_sign_in"),
      numeric: true,
      sort: { up: "last_sign_in", down: "-last_sign_in" },
      cell: ({ last_sign_in }) =>
        last_sign_in ? formatInstant(last_sign_in, language) : t("accounts.never"),
    },
  ];
}

function Person({ account }: { account: Account }) {
  const { t } = useTranslation();
  const me = useSession()?.account.id === account.id;
  const { id, name, email, example } = account;
  return (
    <Group gap="sm" wrap="nowrap">
      <Avatar name={name} color="jjok" size={38} aria-hidden />
      <div style={{ minWidth: 0 }}>
        <Group gap={6}>
          <Anchor component={Link} to={`/accounts/${id}`} fw={600}>
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
  );
}
