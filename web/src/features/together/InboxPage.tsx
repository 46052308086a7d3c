// SPDX-License-Identifier: Apache-2.0
import { Anchor, Badge, Button, Checkbox, Group, Paper, Skeleton, Stack, Text } from "@mantine/core";
import { IconBellOff, IconChecks, IconMail } from "@tabler/icons-react";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { problemSentence } from "../../api/problems";
import { EmptyState } from "../../components/EmptyState";
import { notice, undoNotice } from "../../components/notices";
import { PageHeader } from "../../components/PageHeader";
import { ProblemAlert } from "../../components/ProblemAlert";
import { useUrlState } from "../../hooks/useUrlState";
import { currentLanguage } from "../../i18n";
import { formatInstant } from "../energy/lib/format";
import { type Notification, notificationsQuery, unreadQuery, useMarkNotifications } from "./api";
import { placeOf } from "./place";

/** One's own notifications, the latest first. */
export function InboxPage() {
  const { t } = useTranslation();
  const [search, update] = useUrlState();
  const unreadOnly = search.unread === true;
  const list = useInfiniteQuery(notificationsQuery(unreadOnly));
  const unread = useQuery(unreadQuery).data ?? 0;
  const mark = useMarkNotifications();
  const found = list.data?.pages.flatMap((page) => page.items) ?? [];
  const fail = (error: unknown) => notice("red", problemSentence(t, error));
  const markAll = () => {
    const ids = found.filter(({ read }) => !read).map(({ id }) => id);
    void mark
      .mutateAsync({ read: true })
      .then(() =>
        undoNotice({
          id: "notifications-read",
          message: t("notifications.marked_all"),
          undo: t("list.undo"),
          onUndo: () => mark.mutateAsync({ ids: ids.slice(0, 200), read: false }).catch(fail),
        }),
      )
      .catch(fail);
  };
  return (
    <>
      <PageHeader
        title={t("notifications.title")}
        description={t("notifications.description")}
        crumbs={[{ label: t("app.pages.home"), to: "/" }, { label: t("notifications.title") }]}
        actions={
          <>
            {unread > 0 && (
              <Button
                leftSection={<IconChecks size={18} aria-hidden />}
                loading={mark.isPending}
                onClick={markAll}
              >
                {t("notifications.mark_all")}
              </Button>
            )}
            <Button
              component={Link}
              to="/notifications"
              variant="default"
              leftSection={<IconMail size={18} aria-hidden />}
            >
              {t("notifications.choices")}
            </Button>
          </>
        }
      />
      <Checkbox
        label={t("notifications.unread_only")}
        mb="md"
        checked={unreadOnly}
        onChange={(event) => update({ unread: event.currentTarget.checked || undefined })}
      />
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {list.isPending && <Skeleton h={240} radius="lg" />}
      {list.data && found.length === 0 && (
        <EmptyState
          icon={<IconBellOff size={32} />}
          title={t("notifications.none.title")}
          text={t("notifications.none.text")}
        />
      )}
      <Stack
        gap="xs"
        component="ul"
        m={0}
        p={0}
        style={{ listStyle: "none" }}
        aria-label={t("notifications.list")}
      >
        {found.map((one) => (
          <Line key={one.id} one={one} />
        ))}
      </Stack>
      {list.hasNextPage && (
        <Button
          variant="default"
          mt="md"
          onClick={() => void list.fetchNextPage()}
          loading={list.isFetchingNextPage}
        >
          {t("common.more")}
        </Button>
      )}
    </>
  );
}

function Line({ one }: { one: Notification }) {
  const { t } = useTranslation();
  const mark = useMarkNotifications();
  const set = (read: boolean) => mark.mutate({ ids: [one.id], read });
  return (
    <Paper component="li" className="panel" p="md" data-unread={!one.read || undefined}>
      <Group justify="space-between" align="flex-start" wrap="nowrap" gap="sm">
        <Stack gap={2} style={{ minWidth: 0 }}>
          <Group gap="xs">
            <Anchor
              component={Link}
              {...placeOf(one.path)}
              fw={one.read ? 500 : 700}
              onClick={() => !one.read && set(true)}
            >
              {t(`notifications.kind.${one.kind}`, { who: one.actor_name ?? "" })}
            </Anchor>
            {!one.read && (
              <Badge variant="outline" color="red" c="var(--mantine-color-error)">
                {t("notifications.unread")}
              </Badge>
            )}
          </Group>
          <Text style={{ overflowWrap: "anywhere" }}>{one.text}</Text>
          <Text size="sm" c="dimmed" className="num">
            {[one.subject?.title, formatInstant(one.created, currentLanguage())].filter(Boolean).join(" · ")}
          </Text>
        </Stack>
        <Button
          variant="subtle"
          size="compact-md"
          style={{ flex: "none" }}
          loading={mark.isPending}
          onClick={() => set(!one.read)}
        >
          {t(one.read ? "notifications.mark_unread" : "notifications.mark_read")}
        </Button>
      </Group>
    </Paper>
  );
}
