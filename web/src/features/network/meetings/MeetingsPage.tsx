// SPDX-License-Identifier: Apache-2.0
import {
  Anchor,
  Badge,
  Button,
  Group,
  Paper,
  SegmentedControl,
  Select,
  Skeleton,
  Table,
  Text,
} from "@mantine/core";
import { IconPlus, IconSearch, IconUsersGroup } from "@tabler/icons-react";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../../api/client";
import { problemSentence } from "../../../api/problems";
import { useMay } from "../../../app/session";
import { EmptyState } from "../../../components/EmptyState";
import { notice } from "../../../components/notices";
import { PageHeader } from "../../../components/PageHeader";
import { ProblemAlert } from "../../../components/ProblemAlert";
import { SearchInput } from "../../../components/SearchInput";
import stacked from "../../../components/StackedTable.module.css";
import { urlText, useUrlState } from "../../../hooks/useUrlState";
import { currentLanguage } from "../../../i18n";
import { shownName } from "../clusters/names";
import { NetworkTabs } from "../NetworkTabs";
import { bodiesQuery, type Meeting, type MeetingFilter, meetingListQuery, useRestoreMeeting } from "./api";
import { BodiesDialog } from "./BodiesDialog";
import { MeetingDialog } from "./MeetingDialog";

function filterOf(search: Record<string, unknown>): MeetingFilter {
  const body = urlText(search.body);
  return {
    q: urlText(search.q),
    deleted: search.view === "deleted",
    ...(body && { body }),
    ...((search.state === "draft" || search.state === "published") && { state: search.state }),
  };
}

export function MeetingsPage() {
  const { t } = useTranslation();
  const may = useMay();
  const navigate = useNavigate();
  const [search, update] = useUrlState();
  const [open, setOpen] = useState<"new" | "bodies">();
  const filter = filterOf(search);
  const list = useInfiniteQuery(meetingListQuery(filter));
  const found = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (list.error instanceof ApiError && list.error.status === 403) throw list.error;
  const create = may("create_meeting") && (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setOpen("new")}>
      {t("network.meetings.create")}
    </Button>
  );
  const filtered = Boolean(filter.q || filter.body || filter.state);
  return (
    <>
      <PageHeader
        title={t("network.meetings.title")}
        description={t("network.meetings.description")}
        crumbs={[
          { label: t("app.pages.home"), to: "/" },
          { label: t("home.desks.network.name") },
          { label: t("network.meetings.title") },
        ]}
        actions={
          <>
            <Button variant="default" onClick={() => setOpen("bodies")}>
              {t("network.bodies.title")}
            </Button>
            {create}
          </>
        }
      />
      <NetworkTabs />
      <Filters filter={filter} update={update} />
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {list.isPending && <Skeleton h={240} radius="lg" />}
      {list.data && found.length === 0 && (
        <EmptyState
          icon={filtered ? <IconSearch size={32} /> : <IconUsersGroup size={32} />}
          title={t(filtered ? "network.meetings.no_match" : "network.meetings.none")}
          text={t(filtered ? "network.no_match_text" : "network.meetings.none_text")}
          action={
            filtered ? (
              <Button
                variant="default"
                onClick={() => update({ q: undefined, body: undefined, state: undefined })}
              >
                {t("people.clear")}
              </Button>
            ) : (
              create
            )
          }
        />
      )}
      {found.length > 0 && (
        <Paper className="panel" style={{ overflow: "hidden" }}>
          <MeetingTable meetings={found} />
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
      {open === "new" && (
        <MeetingDialog
          onClose={() => setOpen(undefined)}
          onSaved={({ id }) =>
            void navigate({ to: "/network/meetings/$meetingId", params: { meetingId: id } })
          }
        />
      )}
      {open === "bodies" && <BodiesDialog onClose={() => setOpen(undefined)} />}
    </>
  );
}

function Filters({
  filter,
  update,
}: {
  filter: MeetingFilter;
  update: (patch: Record<string, unknown>) => void;
}) {
  const { t } = useTranslation();
  const may = useMay();
  const bodies = useQuery(bodiesQuery);
  return (
    <Group gap="sm" mb="lg" align="flex-end" className="no-print">
      <SearchInput
        label={t("common.search")}
        placeholder={t("network.meetings.search")}
        value={filter.q}
        onSearch={(q) => update({ q: q || undefined })}
      />
      <Select
        label={t("network.meetings.body")}
        placeholder={t("common.all")}
        w={220}
        clearable
        value={filter.body ?? null}
        onChange={(body) => update({ body: body ?? undefined })}
        data={(bodies.data ?? []).map(({ id, names }) => ({
          value: id,
          label: shownName(names, currentLanguage()),
        }))}
        clearButtonProps={{ "aria-label": t("people.clear_one") }}
      />
      <Select
        label={t("network.meetings.state")}
        placeholder={t("common.all")}
        w={150}
        clearable
        value={filter.state ?? null}
        onChange={(state) => update({ state: state ?? undefined })}
        data={(["draft", "published"] as const).map((value) => ({
          value,
          label: t(`network.meetings.${value}`),
        }))}
        clearButtonProps={{ "aria-label": t("people.clear_one") }}
      />
      {may("restore_meeting") && (
        <SegmentedControl
          aria-label={t("people.which")}
          value={filter.deleted ? "deleted" : "current"}
          onChange={(next) => update({ view: next === "deleted" ? "deleted" : undefined })}
          data={[
            { value: "current", label: t("people.current") },
            { value: "deleted", label: t("people.deleted") },
          ]}
        />
      )}
    </Group>
  );
}

function MeetingTable({ meetings }: { meetings: Meeting[] }) {
  const { t } = useTranslation();
  return (
    <Table className={stacked.table} horizontalSpacing="lg" aria-label={t("network.meetings.title")}>
      <Table.Thead>
        <Table.Tr>
          {["day", "title_field", "body", "attendance", "state"].map((field) => (
            <Table.Th key={field} scope="col">
              {t(`network.meetings.${field}`)}
            </Table.Th>
          ))}
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {meetings.map((one) => (
          <Row key={one.id} meeting={one} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Row({ meeting: one }: { meeting: Meeting }) {
  const { t } = useTranslation();
  const restore = useRestoreMeeting();
  const came = one.attendance.filter(({ presence }) => presence === "present" || presence === "online");
  return (
    <Table.Tr>
      <Table.Td className="num" style={{ whiteSpace: "nowrap" }}>
        {one.day}
      </Table.Td>
      <Table.Td data-label={t("network.meetings.title_field")}>
        {one.deleted ? (
          <Group gap={8}>
            <Text fw={600}>{one.title}</Text>
            {one.actions.includes("restore_meeting") && (
              <Button
                size="compact-md"
                variant="default"
                loading={restore.isPending}
                aria-label={t("people.restore_named", { name: one.title })}
                onClick={() =>
                  restore.mutate(one.id, {
                    onSuccess: ({ title }) => notice("teal", t("people.restored", { name: title })),
                    onError: (error) => notice("red", problemSentence(t, error)),
                  })
                }
              >
                {t("people.restore")}
              </Button>
            )}
          </Group>
        ) : (
          <Anchor component={Link} to={`/network/meetings/${one.id}`} fw={600} lang={one.language}>
            {one.title}
          </Anchor>
        )}
      </Table.Td>
      <Table.Td data-label={t("network.meetings.body")}>
        {shownName(one.body_names, currentLanguage())}
      </Table.Td>
      <Table.Td data-label={t("network.meetings.attendance")} className="num">
        {t("network.meetings.came", { came: came.length, all: one.attendance.length })}
      </Table.Td>
      <Table.Td data-label={t("network.meetings.state")}>
        <StateBadge meeting={one} />
      </Table.Td>
    </Table.Tr>
  );
}

export function StateBadge({ meeting }: { meeting: Meeting }) {
  const { t } = useTranslation();
  return (
    <Badge variant="default" radius="sm" tt="none" fw={600}>
      {t(`network.meetings.${meeting.state}`)}
    </Badge>
  );
}
