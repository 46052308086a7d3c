// SPDX-License-Identifier: Apache-2.0
import { Badge, Button, Checkbox, Group, Menu, Paper, Select, Skeleton, Tabs } from "@mantine/core";
import { IconChecklist, IconDownload, IconPlus, IconSearch } from "@tabler/icons-react";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api/client";
import { useMay } from "../../app/session";
import { EmptyState } from "../../components/EmptyState";
import { PageHeader } from "../../components/PageHeader";
import { ProblemAlert } from "../../components/ProblemAlert";
import { SearchInput } from "../../components/SearchInput";
import { urlText, useUrlState } from "../../hooks/useUrlState";
import { currentLanguage } from "../../i18n";
import { ApprovalTable } from "./ApprovalTable";
import {
  approvalListQuery,
  countsQuery,
  exportAddress,
  type Filter,
  kBoxes,
  kDesks,
  kSorts,
  kStates,
} from "./api";

function filterOf(search: Record<string, unknown>): Filter {
  const state = kStates.find((known) => known === search.state);
  const desk = kDesks.find((known) => known === search.desk);
  return {
    box: kBoxes.find((known) => known === search.box) ?? "waiting",
    q: urlText(search.q),
    overdue: search.overdue === true,
    sort: kSorts.find((known) => known === search.sort) ?? "-updated",
    ...(state && { state }),
    ...(desk && { desk }),
  };
}

export function ApprovalsPage() {
  const { t } = useTranslation();
  const may = useMay();
  const [search, update] = useUrlState();
  const filter = filterOf(search);
  const list = useInfiniteQuery(approvalListQuery(filter));
  const counts = useQuery(countsQuery).data;
  const found = list.data?.pages.flatMap((page) => page.items) ?? [];
  // Not for this person: the page says so instead of standing half empty.
  if (list.error instanceof ApiError && list.error.status === 403) throw list.error;
  const create = may("create_approval") && (
    <Button component={Link} to="/approvals/new" leftSection={<IconPlus size={18} aria-hidden />}>
      {t("approval.new")}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t("approval.title")}
        description={t("approval.description")}
        crumbs={[{ label: t("app.pages.home"), to: "/" }, { label: t("approval.title") }]}
        actions={
          <>
            {create}
            <Button component={Link} to="/approvals/lines" variant="default">
              {t("approval.lines.title")}
            </Button>
            <Download filter={filter} />
          </>
        }
      />
      <Tabs
        value={filter.box}
        onChange={(box) => update({ box: box === "waiting" ? undefined : box })}
        mb="md"
        aria-label={t("approval.box.label")}
      >
        <Tabs.List style={{ flexWrap: "nowrap", overflowX: "auto", overflowY: "hidden" }}>
          {kBoxes.map((box) => (
            <Tabs.Tab
              key={box}
              value={box}
              style={{ flex: "none" }}
              aria-controls="approval-list"
              rightSection={
                box === "waiting" && counts && counts.waiting > 0 ? (
                  <Badge size="md" variant="filled" color={counts.overdue > 0 ? "red" : "blue"}>
                    {counts.waiting}
                  </Badge>
                ) : undefined
              }
            >
              {t(`approval.box.${box}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      <div id="approval-list" role="tabpanel" aria-label={t(`approval.box.${filter.box}`)}>
        <Filters filter={filter} update={update} />
        <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
        {list.isPending && <Skeleton h={320} radius="lg" />}
        {list.data && found.length === 0 && (
          <Nothing filter={filter} create={create} onClear={() => update(kNoFilter)} />
        )}
        {found.length > 0 && (
          <Paper className="panel" style={{ overflow: "hidden" }}>
            <ApprovalTable approvals={found} />
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
      </div>
    </>
  );
}

const kNoFilter = { q: undefined, state: undefined, desk: undefined, overdue: undefined };

function Filters({ filter, update }: { filter: Filter; update: (patch: Record<string, unknown>) => void }) {
  const { t } = useTranslation();
  return (
    <Group mb="md" align="flex-end" gap="sm">
      <SearchInput
        label={t("common.search")}
        placeholder={t("approval.search")}
        value={filter.q}
        onSearch={(q) => update({ q: q || undefined })}
      />
      <Select
        label={t("approval.field.state")}
        placeholder={t("common.all")}
        w={140}
        clearable
        value={filter.state ?? null}
        onChange={(state) => update({ state: state ?? undefined })}
        data={kStates.map((value) => ({ value, label: t(`approval.state.${value}`) }))}
        clearButtonProps={{ "aria-label": t("people.clear_one") }}
      />
      <Select
        label={t("approval.field.desk")}
        placeholder={t("common.all")}
        w={140}
        clearable
        value={filter.desk ?? null}
        onChange={(desk) => update({ desk: desk ?? undefined })}
        data={kDesks.map((value) => ({ value, label: t(`approval.desk.${value}`) }))}
        clearButtonProps={{ "aria-label": t("people.clear_one") }}
      />
      <Select
        label={t("approval.sort.label")}
        w={170}
        allowDeselect={false}
        value={filter.sort}
        onChange={(sort) => update({ sort: sort === "-updated" ? undefined : sort })}
        data={kSorts.map((value) => ({
          value,
          label: t(`approval.sort.${value.startsWith("-") ? `${value.slice(1)}_down` : value}`),
        }))}
      />
      <Checkbox
        label={t("approval.overdue")}
        mb={10}
        checked={filter.overdue}
        onChange={(event) => update({ overdue: event.currentTarget.checked || undefined })}
      />
    </Group>
  );
}

function Download({ filter }: { filter: Filter }) {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button variant="default" leftSection={<IconDownload size={18} aria-hidden />}>
          {t("approval.export")}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {(["csv", "xlsx"] as const).map((format) => (
          <Menu.Item
            key={format}
            component="a"
            href={exportAddress(filter, format, currentLanguage())}
            download
          >
            {t(`approval.export_${format}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}

function Nothing(props: { filter: Filter; create: React.ReactNode; onClear: () => void }) {
  const { t } = useTranslation();
  const { q, state, desk, overdue, box } = props.filter;
  if (q || state || desk || overdue)
    return (
      <EmptyState
        icon={<IconSearch size={32} />}
        title={t("approval.no_match")}
        text={t("approval.no_match_text")}
        action={
          <Button variant="default" onClick={props.onClear}>
            {t("approval.clear")}
          </Button>
        }
      />
    );
  return (
    <EmptyState
      icon={<IconChecklist size={32} />}
      title={t(`approval.empty.${box}`)}
      text={t(box === "mine" ? "approval.empty.mine_text" : "approval.empty.text")}
      action={box === "mine" ? props.create : undefined}
    />
  );
}
