// SPDX-License-Identifier: Apache-2.0

import { Badge, Button, Group, Paper, Skeleton, Stack, Text } from "@mantine/core";
import { IconLink, IconPencil, IconPower } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api/client";
import { notice } from "../../components/notices";
import { PageHeader } from "../../components/PageHeader";
import { ProblemAlert } from "../../components/ProblemAlert";
import { currentLanguage } from "../../i18n";
import { formatInstant } from "../energy/lib/format";
import { LinkedSection } from "../security/LinkedSection";
import { SessionsSection } from "../security/SessionsSection";
import { TokensSection } from "../security/TokensSection";
import { ActiveDialog } from "./ActiveDialog";
import { type Account, accountQuery, useCreateLink, useResetFactor } from "./api";
import { DeputiesSection } from "./DeputiesSection";
import { EditAccountDialog } from "./EditAccountDialog";
import { EndDialog } from "./EndDialog";
import { LinkDialog } from "./LinkDialog";
import { RolesSection } from "./RolesSection";

/** One person: who they are, what they hold and for how long. */
export function AccountPage() {
  const { t } = useTranslation();
  const { accountId } = useParams({ from: "/app/accounts/$accountId" });
  const { data, error, refetch } = useQuery(accountQuery(accountId));
  const [open, setOpen] = useState<"edit" | "active" | "factor">();
  if (error instanceof ApiError && error.status === 404) throw error;
  const account = data?.data;
  const close = () => setOpen(undefined);
  return (
    <>
      <PageHeader
        title={account?.name ?? t("accounts.title")}
        crumbs={[
          { label: t("app.pages.home"), to: "/" },
          { label: t("accounts.title"), to: "/accounts" },
          { label: account?.name ?? "…" },
        ]}
        badges={account && <Badges account={account} />}
        actions={
          account?.actions.includes("change_account") && (
            <>
              <LinkButton account={account} />
              <Button
                variant="default"
                leftSection={<IconPencil size={18} aria-hidden />}
                onClick={() => setOpen("edit")}
              >
                {t("accounts.edit")}
              </Button>
              <Button
                variant="default"
                leftSection={<IconPower size={18} aria-hidden />}
                onClick={() => setOpen("active")}
              >
                {t(account.active ? "accounts.deactivate" : "accounts.activate")}
              </Button>
            </>
          )
        }
      />
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {!account && !error && <Skeleton h={320} radius="lg" />}
      {account && (
        <Stack gap="lg">
          <Paper className="panel" p={{ base: "md", sm: "lg" }}>
            <Text>{account.email}</Text>
            <Text size="sm" c="dimmed">
              {`${t("accounts.language")}: ${t(`accounts.languages.${account.language}`)} · ${t("accounts.last_sign_in")}: ${
                account.last_sign_in
                  ? formatInstant(account.last_sign_in, currentLanguage())
                  : t("accounts.never")
              }`}
            </Text>
          </Paper>
          <RolesSection account={account} />
          <DeputiesSection account={account} />
          <LinkedSection account={account} />
          <SessionsSection account={account.id} />
          <TokensSection account={account.id} />
          {account.actions.includes("reset_second_factor") && (
            <Group>
              <Button variant="default" onClick={() => setOpen("factor")}>
                {t("accounts.reset_factor.open")}
              </Button>
            </Group>
          )}
        </Stack>
      )}
      {account && open === "edit" && <EditAccountDialog id={account.id} onClose={close} />}
      {account && open === "factor" && <ResetFactor account={account} onClose={close} />}
      {account && open === "active" && <ActiveDialog account={account} onClose={close} />}
    </>
  );
}

function Badges({ account }: { account: Account }) {
  const { t } = useTranslation();
  return (
    <Group gap={6}>
      <Badge color={account.active ? "teal" : "gray"}>
        {t(account.active ? "accounts.active" : "accounts.inactive")}
      </Badge>
      {account.invited && <Badge color="jjok">{t("accounts.invited")}</Badge>}
      {account.second_factor && <Badge color="teal">{t("accounts.second_factor_on")}</Badge>}
      {account.example && <Badge color="gam">{t("accounts.example")}</Badge>}
    </Group>
  );
}

function LinkButton({ account }: { account: Account }) {
  const { t } = useTranslation();
  const create = useCreateLink();
  if (!account.active || !account.actions.includes("create_link")) return null;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconLink size={18} aria-hidden />}
        loading={create.isPending}
        onClick={() => create.mutate(account.id)}
      >
        {t(account.invited ? "accounts.link.invite" : "accounts.link.reset")}
      </Button>
      {create.data && <LinkDialog account={account} link={create.data} onClose={create.reset} />}
    </>
  );
}

function ResetFactor({ account, onClose }: { account: Account; onClose: () => void }) {
  const { t } = useTranslation();
  const reset = useResetFactor();
  const confirm = () =>
    reset.mutate(account.id, {
      onSuccess: () => {
        notice("teal", t("accounts.reset_factor.done", { name: account.name }));
        onClose();
      },
    });
  return (
    <EndDialog
      title={t("accounts.reset_factor.title")}
      text={t("accounts.reset_factor.text", { name: account.name })}
      action={t("accounts.reset_factor.open")}
      error={reset.error}
      pending={reset.isPending}
      onConfirm={confirm}
      onClose={onClose}
    />
  );
}
