// SPDX-License-Identifier: Apache-2.0
import { Anchor, Badge, Button, Group, Paper, Skeleton, Table, Text, UnstyledButton } from "@mantine/core";
import { IconPlus, IconSpeakerphone } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api/client";
import { problemSentence } from "../../api/problems";
import { useMay } from "../../app/session";
import { EmptyState } from "../../components/EmptyState";
import { notice } from "../../components/notices";
import { PageHeader } from "../../components/PageHeader";
import { ProblemAlert } from "../../components/ProblemAlert";
import classes from "../../components/StackedTable.module.css";
import { MailingDialog } from "./MailingDialog";
import { type Mailing, mailingListQuery, useDeleteMailing, useStopMailing } from "./mailings";

const kColours = { draft: "gray", sent: "teal", stopped: "gam" } as const;

export function MailingsPage() {
  const { t } = useTranslation();
  const list = useInfiniteQuery(mailingListQuery);
  const [open, setOpen] = useState<Mailing | "new">();
  const mailings = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (list.error instanceof ApiError && list.error.status === 403) throw list.error;
  const begin = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setOpen("new")}>
      {t("mailings.new")}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t("mailings.title")}
        description={t("mailings.description")}
        crumbs={[{ label: t("app.pages.home"), to: "/" }, { label: t("mailings.title") }]}
        actions={mailings.length > 0 && begin}
      />
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {list.isPending && <Skeleton h={240} radius="lg" />}
      {list.data && mailings.length === 0 && (
        <EmptyState
          icon={<IconSpeakerphone size={32} />}
          title={t("mailings.none.title")}
          text={t("mailings.none.text")}
          action={begin}
        />
      )}
      {mailings.length > 0 && (
        <Paper className="panel" style={{ overflow: "hidden" }}>
          <Table
            className={classes.table}
            verticalSpacing="sm"
            horizontalSpacing="lg"
            aria-label={t("mailings.table")}
          >
            <Table.Thead>
              <Table.Tr>
                <Table.Th scope="col">{t("mailings.subject")}</Table.Th>
                <Table.Th scope="col">{t("mailings.audience")}</Table.Th>
                <Table.Th scope="col">{t("mailings.state_label")}</Table.Th>
                <Table.Th scope="col">{t("mailings.writer")}</Table.Th>
                <Table.Td />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {mailings.map((one) => (
                <MailingRow key={one.id} one={one} onOpen={() => setOpen(one)} />
              ))}
            </Table.Tbody>
          </Table>
        </Paper>
      )}
      {list.hasNextPage && (
        <Group justify="center" mt="md">
          <Button
            variant="default"
            onClick={() => void list.fetchNextPage()}
            loading={list.isFetchingNextPage}
          >
            {t("common.more")}
          </Button>
        </Group>
      )}
      {open && <MailingDialog of={open === "new" ? undefined : open} onClose={() => setOpen(undefined)} />}
    </>
  );
}

function MailingRow({ one, onOpen }: { one: Mailing; onOpen: () => void }) {
  const { t } = useTranslation();
  const may = useMay();
  const stop = useStopMailing();
  const remove = useDeleteMailing();
  const subject = one.subject_ko || one.subject_en;
  const refused = (error: unknown) => notice("red", problemSentence(t, error));
  const { sent, failed, cancelled } = one.count;
  return (
    <Table.Tr>
      <Table.Td>
        <UnstyledButton onClick={onOpen} aria-label={t("mailings.open", { subject })}>
          <Text fw={600} c="var(--mantine-color-anchor)">
            {subject}
          </Text>
        </UnstyledButton>
      </Table.Td>
      <Table.Td data-label={t("mailings.audience")}>
        {one.audience === "persons"
          ? t("mailings.persons")
          : (one.roles ?? []).map((role) => t(`accounts.roles.${role}`)).join(", ") || t("mailings.everyone")}
        {one.language && ` · ${t(one.language === "ko" ? "mailings.korean" : "mailings.english")}`}
      </Table.Td>
      <Table.Td data-label={t("mailings.state_label")}>
        <Badge variant="light" color={kColours[one.state]} radius="sm" tt="none">
          {t(`mailings.state.${one.state}`)}
        </Badge>
        {one.state !== "draft" && (
          <Text size="sm" c="dimmed">
            {[
              t("mailings.progress", { sent, readers: one.readers }),
              failed > 0 && t("mailings.failed", { count: failed }),
              cancelled > 0 && t("mailings.cancelled_count", { count: cancelled }),
            ]
              .filter(Boolean)
              .join(" · ")}
          </Text>
        )}
        {one.state !== "draft" && may("list_mails") && (
          <Anchor component={Link} to="/mails" search={{ mailing: one.id } as never} size="sm">
            {t("mailings.mails")}
          </Anchor>
        )}
      </Table.Td>
      <Table.Td data-label={t("mailings.writer")}>{one.owner_name}</Table.Td>
      <Table.Td className={classes.actions}>
        {one.actions.includes("stop_mailing") && (
          <Button
            variant="default"
            size="compact-md"
            loading={stop.isPending}
            onClick={() =>
              stop.mutate(one, {
                onSuccess: () => notice("teal", t("mailings.stopped_notice")),
                onError: refused,
              })
            }
          >
            {t("mailings.stop")}
          </Button>
        )}
        {one.actions.includes("delete_mailing") && (
          <Button
            variant="default"
            size="compact-md"
            loading={remove.isPending}
            onClick={() =>
              window.confirm(t("mailings.delete_text")) &&
              remove.mutate(one, {
                onSuccess: () => notice("teal", t("mailings.deleted")),
                onError: refused,
              })
            }
          >
            {t("mailings.delete")}
          </Button>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
