// SPDX-License-Identifier: Apache-2.0
import { Button, Group, SegmentedControl, Select } from "@mantine/core";
import { IconArrowBackUp, IconPlus, IconSearch, IconTrash } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { TFunction } from "i18next";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../../api/client";
import { useMay } from "../../../app/session";
import { EmptyState } from "../../../components/EmptyState";
import type { BulkAction } from "../../../components/list/BulkBar";
import type { ListColumn } from "../../../components/list/columns";
import { RecordList } from "../../../components/list/RecordList";
import { PageHeader } from "../../../components/PageHeader";
import { SearchInput } from "../../../components/SearchInput";
import { urlText, useUrlState } from "../../../hooks/useUrlState";
import { currentLanguage } from "../../../i18n";
import { EnergyTabs } from "../../energy/EnergyTabs";
import { type Kept, type KeptApi, type KeptFilter, useRefreshCentre } from "./api";

export interface KeptChoice {
  name: string;
  label: string;
  options: { value: string; label: string }[];
}

function bulkActions<Item extends Kept, Record_ extends Item, Content>(
  t: TFunction,
  api: KeptApi<Item, Record_, Content>,
): BulkAction<Item>[] {
  const restored = (number: number) => t("people.bulk.restored", { number });
  return [
    {
      key: "delete",
      label: t("people.delete"),
      icon: <IconTrash size={18} aria-hidden />,
      can: (one) => one.actions.includes(`delete_${api.noun}`),
      run: api.remove,
      undo: (one) => api.restore(one.id),
      done: (number) => t("people.bulk.deleted", { number }),
      undone: restored,
    },
    {
      key: "restore",
      label: t("people.restore"),
      icon: <IconArrowBackUp size={18} aria-hidden />,
      can: (one) => one.actions.includes(`restore_${api.noun}`),
      run: (one) => api.restore(one.id),
      done: restored,
    },
  ];
}

/** The list of one kind of the centre's records. `words`: where its sentences stand in messages/. */
export function KeptList<Item extends Kept, Record_ extends Item, Content>(props: {
  api: KeptApi<Item, Record_, Content>;
  words: string;
  icon: ReactNode;
  columns: ListColumn<Item>[];
  choices?: KeptChoice[];
  sort: string;
  sorts: string[];
  /** Where a record's page is: "/energy/measures". */
  to: string;
  dialog: (onClose: () => void, onSaved: (saved: Record_) => void) => ReactNode;
  above?: ReactNode;
}) {
  const { api, words, choices = [], sort, sorts, to } = props;
  const { t } = useTranslation();
  const may = useMay();
  const navigate = useNavigate();
  const [search, update] = useUrlState();
  const [making, setMaking] = useState(false);
  const filter: KeptFilter = {
    q: urlText(search.q),
    sort: sorts.find((known) => known === search.sort) ?? sort,
    deleted: search.view === "deleted",
  };
  for (const { name, options } of choices)
    filter[name] = options.find(({ value }) => value === search[name])?.value;
  const list = useInfiniteQuery(api.list(filter));
  const refresh = useRefreshCentre();
  if (list.error instanceof ApiError && list.error.status === 403) throw list.error;
  const create = may(`create_${api.noun}`) && (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setMaking(true)}>
      {t(`${words}.create`)}
    </Button>
  );
  const filtered = filter.q !== "" || choices.some(({ name }) => filter[name]);
  const nothing = filtered ? (
    <EmptyState
      icon={<IconSearch size={32} />}
      title={t("centre.no_match")}
      text={t("centre.no_match_text")}
      action={
        <Button
          variant="default"
          onClick={() =>
            update({ q: undefined, ...Object.fromEntries(choices.map(({ name }) => [name, undefined])) })
          }
        >
          {t("people.clear")}
        </Button>
      }
    />
  ) : filter.deleted ? (
    <EmptyState
      icon={<IconTrash size={32} />}
      title={t("people.none_deleted")}
      text={t("people.none_deleted_text")}
    />
  ) : (
    <EmptyState icon={props.icon} title={t(`${words}.none`)} text={t(`${words}.none_text`)} action={create} />
  );
  return (
    <>
      <PageHeader
        title={t(`${words}.title`)}
        description={t(`${words}.description`)}
        crumbs={[
          { label: t("app.pages.home"), to: "/" },
          { label: t("home.desks.energy.name"), to: "/energy/plans" },
          { label: t(`${words}.title`) },
        ]}
        actions={create}
      />
      <EnergyTabs />
      {props.above}
      <Group gap="sm" mb="lg" align="flex-end" className="no-print">
        <SearchInput
          label={t("common.search")}
          placeholder={t(`${words}.search`)}
          value={filter.q}
          onSearch={(q) => update({ q: q || undefined })}
        />
        {choices.map(({ name, label, options }) => (
          <Select
            key={name}
            label={label}
            placeholder={t("common.all")}
            w={170}
            clearable
            value={(filter[name] as string | undefined) ?? null}
            onChange={(value) => update({ [name]: value ?? undefined })}
            data={options}
            clearButtonProps={{ "aria-label": t("people.clear_one") }}
          />
        ))}
        <SegmentedControl
          aria-label={t("people.which")}
          value={filter.deleted ? "deleted" : "current"}
          onChange={(next) => update({ view: next === "deleted" ? "deleted" : undefined })}
          data={[
            { value: "current", label: t("people.current") },
            { value: "deleted", label: t("people.deleted") },
          ]}
        />
      </Group>
      <RecordList
        list={`energy_${api.noun}`}
        label={t(`${words}.title`)}
        columns={props.columns}
        query={list}
        idOf={(one) => one.id}
        nameOf={(one) => one.title}
        sort={sort}
        bulk={bulkActions(t, api)}
        downloadUrl={(form, columns) => api.url(filter, form, columns, currentLanguage())}
        onChanged={() => void refresh()}
        empty={nothing}
      />
      {making &&
        props.dialog(
          () => setMaking(false),
          ({ id }) => void navigate({ to: `${to}/${id}` as string }),
        )}
    </>
  );
}
