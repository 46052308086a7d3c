// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Menu } from "@mantine/core";
import { IconDotsVertical, IconPencil, IconPower } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import type { Account } from "./api";

/** What an administrator does with an account from the list. */
export function AccountMenu(props: {
  account: Account;
  onEdit: (account: Account) => void;
  onActive: (account: Account) => void;
}) {
  const { t } = useTranslation();
  const { account, onEdit, onActive } = props;
  if (!account.actions.includes("change_account")) return null;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          c="var(--dure-ink)"
          size={44}
          aria-label={t("accounts.actions", { name: account.name })}
        >
          <IconDotsVertical size={20} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconPencil size={18} aria-hidden />} onClick={() => onEdit(account)}>
          {t("accounts.edit")}
        </Menu.Item>
        <Menu.Item leftSection={<IconPower size={18} aria-hidden />} onClick={() => onActive(account)}>
          {t(account.active ? "accounts.deactivate" : "accounts.activate")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
