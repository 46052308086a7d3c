// SPDX-License-Identifier: Apache-2.0
import { Anchor, Button, Group, Paper, Select, Skeleton, Table } from "@mantine/core";
import { IconGavel, IconPlus, IconSearch } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api/client";
import { useMay } from "../../app/session";
import { EmptyState } from "../../components/EmptyState";
import { PageHeader } from "../../components/PageHeader";
import { ProblemAlert } from "../../components/ProblemAlert";
import { SearchInput } from "../../components/SearchInput";
import classes from "../../components/StackedTable.module.css";
import { urlText, useUrlState } from "../../hooks/useUrlState";
import { currentLanguage } from "../../i18n";
import { formatInstant } from "../energy/lib/format";
import { kStates, type MeetingSummary, meetingListQuery } from "./api";
import { MeetingBadge } from "./badges";
import { RuleDialog } from "./RuleDialog";

export function MeetingsPage() {
  const { t } = useTranslation();
  const may = useMay();
  const [search, update] = useUrlState();
  const [rules, setRules] = useState(false);
  const state = kStates.find((known) => known === search.state);
  const q = urlText(search.q);
  const list = useInfiniteQuery(meetingListQuery({ q, ...(state && { state }) }));
  const found = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (list.error instanceof ApiError && list.error.status === 403) throw list.error;
  const create = may("create_board_meeting") && (
    <Button component={Link} to="/board/new" leftSection={<IconPlus size={18} aria-hidden />}>
      {t("board.new")}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t("board.title")}
        description={t("board.description")}
        crumbs={[{ label: t("app.pages.home"), to: "/" }, { label: t("board.title") }]}
        actions={
          <>
            {create}
            <Button component={Link} to="/board/resolutions" variant="default">
              {t("board.resolutions.title")}
            </Button>
            <Button variant="default" onClick={() => setRules(true)}>
              {t("board.rule.open")}
            </Button>
          </>
        }
      />
      <Group mb="md" align="flex-end" gap="sm">
        <SearchInput
          label={t("common.search")}
          value={q}
          onSearch={(text) => update({ q: text || undefined })}
        />
        <Select
          label={t("board.field.state")}
          placeholder={t("common.all")}
          w={160}
          clearable
          value={state ?? null}
          onChange={(next) => update({ state: next ?? undefined })}
          data={kStates.map((value) => ({ value, label: t(`board.state.${value}`) }))}
          clearButtonProps={{ "aria-label": t("people.clear_one") }}
        />
      </Group>
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {list.isPending && <Skeleton h={240} radius="lg" />}
      {list.data && found.length === 0 && (
        <EmptyState
          icon={q || state ? <IconSearch size={32} /> : <IconGavel size={32} />}
          title={t(q || state ? "board.no_match" : "board.none")}
          text={t(q || state ? "people.organisation.no_match_text" : "board.none_text")}
          action={q || state ? undefined : create}
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
      {rules && <RuleDialog onClose={() => setRules(false)} />}
    </>
  );
}

function MeetingTable({ meetings }: { meetings: MeetingSummary[] }) {
  const { t } = useTranslation();
  return (
    <Table
      className={classes.table}
      verticalSpacing="sm"
      horizontalSpacing="lg"
      aria-label={t("board.title")}
    >
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t("board.field.title")}</Table.Th>
          <Table.Th scope="col">{t("board.field.state")}</Table.Th>
          <Table.Th scope="col">{t("board.field.begins")}</Table.Th>
          <Table.Th scope="col">{t("board.field.place")}</Table.Th>
          <Table.Th scope="col">{t("board.field.chair")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {meetings.map((one) => (
          <Table.Tr key={one.id}>
            <Table.Td>
              <Anchor component={Link} to={`/board/${one.id}`} fw={600} style={{ overflowWrap: "anywhere" }}>
                {one.title}
              </Anchor>
            </Table.Td>
            <Table.Td data-label={t("board.field.state")}>
              <MeetingBadge state={one.state} />
            </Table.Td>
            <Table.Td data-label={t("board.field.begins")} className="num">
              {formatInstant(one.begins, currentLanguage())}
            </Table.Td>
            <Table.Td data-label={t("board.field.place")}>{one.place || "–"}</Table.Td>
            <Table.Td data-label={t("board.field.chair")}>{one.chair_name}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
