// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Paper, Select, Skeleton, Stack } from "@mantine/core";
import { IconMail, IconSend } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api/client";
import { problemSentence } from "../../api/problems";
import { useContentKey } from "../../api/useContentKey";
import { EmptyState } from "../../components/EmptyState";
import { notice } from "../../components/notices";
import { PageHeader } from "../../components/PageHeader";
import { ProblemAlert } from "../../components/ProblemAlert";
import { SearchInput } from "../../components/SearchInput";
import { urlText, useUrlState } from "../../hooks/useUrlState";
import { kMailStates, type MailFilter, mailListQuery, useTestMail } from "./api";
import { BlocksSection } from "./BlocksSection";
import { MailDialog } from "./MailDialog";
import { MailTable } from "./MailTable";
import { ServerCard } from "./ServerCard";

function filterOf(search: Record<string, unknown>): MailFilter {
  const q = urlText(search.q);
  const mailing = urlText(search.mailing);
  const state = kMailStates.find((one) => one === search.state);
  return { ...(q && { q }), ...(state && { state }), ...(mailing && { mailing }) };
}

/** The outbox: what left, what waits, what could not be sent. */
export function MailsPage() {
  const { t } = useTranslation();
  const [search, update] = useUrlState();
  const filter = filterOf(search);
  const list = useInfiniteQuery(mailListQuery(filter));
  const [open, setOpen] = useState<string>();
  const mails = list.data?.pages.flatMap((page) => page.items) ?? [];
  // Not for this person: the page says so instead of standing half empty.
  if (list.error instanceof ApiError && list.error.status === 403) throw list.error;
  return (
    <>
      <PageHeader
        title={t("mails.title")}
        description={t("mails.description")}
        crumbs={[{ label: t("app.pages.home"), to: "/" }, { label: t("mails.title") }]}
        actions={<TestButton />}
      />
      <Stack gap="lg">
        <ServerCard />
        <Group gap="sm" className="no-print" align="flex-end">
          <SearchInput
            label={t("mails.search")}
            value={filter.q ?? ""}
            onSearch={(q) => update({ q: q || undefined })}
          />
          <Select
            label={t("mails.filter")}
            placeholder={t("mails.any_state")}
            data={kMailStates.map((state) => ({ value: state, label: t(`mails.state.${state}`) }))}
            value={filter.state ?? null}
            onChange={(state) => update({ state: state ?? undefined })}
            clearable
            clearButtonProps={{ "aria-label": t("mails.any_state") }}
            w={{ base: "100%", xs: 220 }}
          />
        </Group>
        <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
        {list.isPending && <Skeleton h={240} radius="lg" />}
        {list.data && mails.length === 0 && (
          <EmptyState
            icon={<IconMail size={32} />}
            title={t("mails.none.title")}
            text={t("mails.none.text")}
          />
        )}
        {mails.length > 0 && (
          <Paper className="panel" style={{ overflow: "hidden" }}>
            <MailTable mails={mails} onOpen={setOpen} />
          </Paper>
        )}
        {list.hasNextPage && (
          <Group justify="center">
            <Button
              variant="default"
              onClick={() => void list.fetchNextPage()}
              loading={list.isFetchingNextPage}
            >
              {t("common.more")}
            </Button>
          </Group>
        )}
        <BlocksSection />
      </Stack>
      {open && <MailDialog id={open} onClose={() => setOpen(undefined)} />}
    </>
  );
}

function TestButton() {
  const { t } = useTranslation();
  const test = useTestMail();
  const keyOf = useContentKey();
  const [count, setCount] = useState(0);
  return (
    <Button
      variant="default"
      leftSection={<IconSend size={18} aria-hidden />}
      loading={test.isPending}
      onClick={() =>
        test.mutate(keyOf(count), {
          onSuccess: () => {
            setCount(count + 1);
            notice("teal", t("mails.tested"));
          },
          onError: (error) => notice("red", problemSentence(t, error)),
        })
      }
    >
      {t("mails.test")}
    </Button>
  );
}
