// SPDX-License-Identifier: Apache-2.0
import { Button, Checkbox, Group, Select, Tabs } from "@mantine/core";
import { IconPlus, IconSearch, IconSquareCheck } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api/client";
import { EmptyState } from "../../components/EmptyState";
import { RecordList } from "../../components/list/RecordList";
import { PageHeader } from "../../components/PageHeader";
import { SearchInput } from "../../components/SearchInput";
import { urlText, useUrlState } from "../../hooks/useUrlState";
import { currentLanguage } from "../../i18n";
import type { RecordReader } from "./api";
import { PersonSelect } from "./PersonSelect";
import { TaskDetail } from "./TaskDetail";
import { TaskDialog } from "./TaskDialog";
import { TaskSwitch } from "./TaskState";
import { bulkActions, taskColumns } from "./taskColumns";
import {
  kBoxes,
  kSorts,
  kStates,
  type TaskFilter,
  taskListQuery,
  tasksUrl,
  useRefreshTasks,
} from "./tasksApi";

function filterOf(search: Record<string, unknown>): TaskFilter {
  const state = search.state === "all" ? undefined : (kStates.find((one) => one === search.state) ?? "open");
  return {
    box: kBoxes.find((one) => one === search.box) ?? "mine",
    q: urlText(search.q),
    overdue: search.overdue === true,
    deleted: false,
    sort: kSorts.find((one) => one === search.sort) ?? "due",
    ...(state && { state }),
  };
}

export function TasksPage() {
  const { t } = useTranslation();
  const [search, update] = useUrlState();
  const [making, setMaking] = useState(false);
  const [owner, setOwner] = useState<RecordReader | null>(null);
  const filter = filterOf(search);
  const list = useInfiniteQuery(taskListQuery(filter));
  const refresh = useRefreshTasks();
  const language = currentLanguage();
  const open = urlText(search.task);
  // Not for this person: the page says so instead of standing half empty.
  if (list.error instanceof ApiError && list.error.status === 403) throw list.error;
  const create = (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setMaking(true)}>
      {t("tasks.new")}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t("tasks.title")}
        description={t("tasks.description")}
        crumbs={[{ label: t("app.pages.home"), to: "/" }, { label: t("tasks.title") }]}
        actions={create}
      />
      <Tabs
        value={filter.box}
        onChange={(box) => update({ box: box === "mine" ? undefined : box })}
        mb="md"
        aria-label={t("tasks.box.label")}
      >
        <Tabs.List style={{ flexWrap: "nowrap", overflowX: "auto", overflowY: "hidden" }}>
          {kBoxes.map((box) => (
            <Tabs.Tab key={box} value={box} style={{ flex: "none" }} aria-controls="task-list">
              {t(`tasks.box.${box}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
      </Tabs>
      <div id="task-list" role="tabpanel" aria-label={t(`tasks.box.${filter.box}`)}>
        <Group mb="md" align="flex-end" gap="sm">
          <SearchInput
            label={t("common.search")}
            placeholder={t("tasks.search")}
            value={filter.q}
            onSearch={(q) => update({ q: q || undefined })}
          />
          <Select
            label={t("tasks.state_label")}
            w={140}
            allowDeselect={false}
            value={filter.state ?? "all"}
            onChange={(state) => update({ state: state === "open" ? undefined : state })}
            data={[
              ...kStates.map((value) => ({ value: value as string, label: t(`tasks.state.${value}`) })),
              { value: "all", label: t("common.all") },
            ]}
          />
          <PersonSelect label={t("tasks.bulk.choose")} value={owner} onChange={setOwner} clearable />
          <Checkbox
            label={t("tasks.overdue_only")}
            mb={10}
            checked={filter.overdue}
            onChange={(event) => update({ overdue: event.currentTarget.checked || undefined })}
          />
        </Group>
        <RecordList
          list="tasks"
          label={t("tasks.list")}
          columns={taskColumns(t, language)}
          query={list}
          idOf={(one) => one.id}
          nameOf={(one) => one.title}
          sort="due"
          bulk={bulkActions(t, owner)}
          rowMenu={(one) => <TaskSwitch task={one} compact />}
          downloadUrl={(form, columns) => tasksUrl(filter, form, columns, language)}
          onChanged={() => void refresh()}
          empty={
            <Nothing
              filtered={filter.q !== "" || filter.overdue}
              create={create}
              onClear={() => update({ q: undefined, overdue: undefined })}
            />
          }
        />
      </div>
      {making && <TaskDialog onClose={() => setMaking(false)} />}
      {open && <TaskDetail id={open} onClose={() => update({ task: undefined })} />}
    </>
  );
}

function Nothing(props: { filtered: boolean; create: React.ReactNode; onClear: () => void }) {
  const { t } = useTranslation();
  if (props.filtered)
    return (
      <EmptyState
        icon={<IconSearch size={32} />}
        title={t("tasks.no_match.title")}
        text={t("tasks.no_match.text")}
        action={
          <Button variant="default" onClick={props.onClear}>
            {t("tasks.clear")}
          </Button>
        }
      />
    );
  return (
    <EmptyState
      icon={<IconSquareCheck size={32} />}
      title={t("tasks.empty.title")}
      text={t("tasks.empty.text")}
      action={props.create}
    />
  );
}
