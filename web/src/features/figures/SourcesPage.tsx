// SPDX-License-Identifier: Apache-2.0
import { Anchor, Button, Group, Text } from "@mantine/core";
import { IconBook, IconPlus } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { TFunction } from "i18next";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api/client";
import { useMay } from "../../app/session";
import { EmptyState } from "../../components/EmptyState";
import type { BulkAction } from "../../components/list/BulkBar";
import type { ListColumn } from "../../components/list/columns";
import { RecordList } from "../../components/list/RecordList";
import { PageHeader } from "../../components/PageHeader";
import { SearchInput } from "../../components/SearchInput";
import { urlText, useUrlState } from "../../hooks/useUrlState";
import { type Source, sourceListQuery, useDeleteSource, useRefresh, useRestoreSource } from "./api";
import { CityNav, cityCrumbs } from "./CityNav";
import { SourceDialog } from "./SourceDialog";
import { SourceDrawer } from "./SourceDrawer";

function columns(t: TFunction, open: (id: string) => void): ListColumn<Source>[] {
  return [
    {
      key: "document",
      label: t("figures.field.document"),
      always: true,
      cell: (one) => (
        <Anchor component="button" type="button" ta="left" fw={600} onClick={() => open(one.id)}>
          {one.document}
        </Anchor>
      ),
    },
    { key: "publisher", label: t("figures.field.publisher"), cell: (one) => one.publisher },
    {
      key: "published",
      label: t("figures.field.published"),
      numeric: true,
      cell: (one) => one.published ?? "–",
    },
    {
      key: "link",
      label: t("figures.field.link"),
      cell: (one) =>
        one.link ? (
          <Anchor href={one.link} target="_blank" rel="noreferrer" size="sm">
            {t("figures.open_link")}
          </Anchor>
        ) : (
          "–"
        ),
    },
    {
      key: "figures",
      label: t("figures.list.title"),
      cell: (one) => (
        <Anchor component={Link} to={`/energy/figures?source=${one.id}` as string} size="sm">
          {t("figures.source.figures")}
        </Anchor>
      ),
    },
    { key: "code", label: t("figures.field.code"), first: false, cell: (one) => one.code },
    {
      key: "note",
      label: t("figures.field.note"),
      first: false,
      cell: (one) => <Text size="sm">{one.note || "–"}</Text>,
    },
  ];
}

/** Every document that figures were read in. */
export function SourcesPage() {
  const { t } = useTranslation();
  const may = useMay();
  const [search, update] = useUrlState();
  const [making, setMaking] = useState(false);
  const q = urlText(search.q);
  const list = useInfiniteQuery(sourceListQuery(q));
  const refresh = useRefresh();
  const remove = useDeleteSource();
  const restore = useRestoreSource();
  if (list.error instanceof ApiError && list.error.status === 403) throw list.error;
  const bulk: BulkAction<Source>[] = [
    {
      key: "delete",
      label: t("figures.delete"),
      icon: undefined,
      can: (one) => one.actions.includes("delete_source"),
      run: (one) => remove.mutateAsync(one),
      undo: (one) => restore.mutateAsync(one.id),
      done: () => t("figures.deleted"),
      undone: () => t("figures.restored"),
    },
  ];
  const create = may("create_source") && (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setMaking(true)}>
      {t("figures.source.create")}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t("figures.source.title")}
        description={t("figures.source.description")}
        crumbs={cityCrumbs(t, t("figures.source.title"))}
        actions={create}
      />
      <CityNav />
      <Group mb="lg" className="no-print">
        <SearchInput
          label={t("common.search")}
          placeholder={t("figures.source.search")}
          value={q}
          onSearch={(next) => update({ q: next || undefined })}
        />
      </Group>
      <RecordList
        list="sources"
        label={t("figures.source.title")}
        columns={columns(t, (id) => update({ open: id }))}
        query={list}
        idOf={(one) => one.id}
        nameOf={(one) => one.document}
        sort="name"
        bulk={may("delete_source") ? bulk : []}
        onChanged={refresh}
        empty={
          <EmptyState
            icon={<IconBook size={32} />}
            title={t(q ? "figures.list.no_match" : "figures.source.none")}
            text={t(q ? "figures.list.no_match_text" : "figures.source.none_text")}
            action={create}
          />
        }
      />
      <SourceDrawer id={urlText(search.open) || undefined} onClose={() => update({ open: undefined })} />
      {making && (
        <SourceDialog onClose={() => setMaking(false)} onSaved={(one) => update({ open: one.id })} />
      )}
    </>
  );
}
