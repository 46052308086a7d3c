// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Select, TextInput } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconPlus, IconSearch, IconUsers } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError, type Schemas } from "../../api/client";
import { useMay } from "../../app/session";
import { EmptyState } from "../../components/EmptyState";
import { RecordList } from "../../components/list/RecordList";
import { PageHeader } from "../../components/PageHeader";
import { currentLanguage } from "../../i18n";
import { AccountMenu } from "./AccountMenu";
import { ActiveDialog } from "./ActiveDialog";
import {
  type Account,
  type AccountSearch,
  accountListQuery,
  kOrders,
  kRoles,
  kStates,
  type Role,
} from "./api";
import { accountColumns } from "./columns";
import { EditAccountDialog } from "./EditAccountDialog";
import { LinkDialog } from "./LinkDialog";
import { NewAccountDialog } from "./NewAccountDialog";

type Open =
  | { what: "new" }
  | { what: "edit" | "active"; account: Account }
  | { what: "link"; account: Account; link: Schemas["AccountLink"] };

export function AccountsPage() {
  const { t } = useTranslation();
  const search = useSearch({ from: "/app/accounts" });
  const navigate = useNavigate();
  const may = useMay();
  const [open, setOpen] = useState<Open>();
  const list = useInfiniteQuery(accountListQuery(search));
  const show = (change: { [K in keyof AccountSearch]: AccountSearch[K] | undefined }) =>
    void navigate({ to: "/accounts", search: { ...search, ...change } as AccountSearch, replace: true });
  const find = useDebouncedCallback((text: string) => show({ q: text.trim() || undefined }), 250);
  // Not for this person: the page says so instead of standing half empty.
  if (list.error instanceof ApiError && list.error.status === 403) throw list.error;
  const close = () => setOpen(undefined);
  return (
    <>
      <PageHeader
        title={t("accounts.title")}
        description={t("accounts.description")}
        crumbs={[{ label: t("app.pages.home"), to: "/" }, { label: t("accounts.title") }]}
        actions={
          may("create_account") && (
            <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setOpen({ what: "new" })}>
              {t("accounts.create")}
            </Button>
          )
        }
      />
      <Group mb="md" gap="sm" className="no-print" align="flex-end">
        <TextInput
          aria-label={t("accounts.search")}
          placeholder={t("accounts.search")}
          leftSection={<IconSearch size={18} aria-hidden />}
          defaultValue={search.q ?? ""}
          onChange={(event) => find(event.currentTarget.value)}
          w={{ base: "100%", sm: 320 }}
          size="md"
        />
        <Select
          aria-label={t("accounts.filter_role")}
          placeholder={t("accounts.any_role")}
          data={kRoles.map((role) => ({ value: role, label: t(`accounts.roles.${role}`) }))}
          value={search.role ?? null}
          onChange={(role) => show({ role: (role as Role | null) ?? undefined })}
          clearable
          clearButtonProps={{ "aria-label": t("accounts.any_role") }}
          size="md"
          w={{ base: "100%", xs: 200 }}
        />
        <Select
          aria-label={t("accounts.filter_state")}
          placeholder={t("accounts.any_state")}
          data={kStates.map((state) => ({ value: state, label: t(`accounts.${state}`) }))}
          value={search.state ?? null}
          onChange={(state) => show({ state: (state as AccountSearch["state"] | null) ?? undefined })}
          clearable
          clearButtonProps={{ "aria-label": t("accounts.any_state") }}
          size="md"
          w={{ base: "100%", xs: 180 }}
        />
        <Select
          aria-label={t("accounts.sort")}
          data={kOrders.map((order) => ({ value: order, label: t(`accounts.order.${order}`) }))}
          value={search.sort ?? "name"}
          onChange={(sort) => show({ sort: (sort as AccountSearch["sort"] | null) ?? undefined })}
          allowDeselect={false}
          size="md"
          w={{ base: "100%", xs: 220 }}
        />
      </Group>
      <RecordList
        list="accounts"
        label={t("accounts.table")}
        columns={accountColumns(t, currentLanguage())}
        query={list}
        idOf={({ id }) => id}
        nameOf={({ name }) => name}
        sort="name"
        rowMenu={(account) => (
          <AccountMenu
            account={account}
            onEdit={() => setOpen({ what: "edit", account })}
            onActive={() => setOpen({ what: "active", account })}
          />
        )}
        empty={
          <EmptyState
            icon={<IconUsers size={32} />}
            title={t("accounts.none.title")}
            text={t("accounts.none.text")}
          />
        }
      />
      {open?.what === "new" && (
        <NewAccountDialog
          onClose={close}
          onInvite={(account, link) => setOpen({ what: "link", account, link })}
        />
      )}
      {open?.what === "link" && <LinkDialog account={open.account} link={open.link} onClose={close} />}
      {open?.what === "edit" && <EditAccountDialog id={open.account.id} onClose={close} />}
      {open?.what === "active" && <ActiveDialog account={open.account} onClose={close} />}
    </>
  );
}
