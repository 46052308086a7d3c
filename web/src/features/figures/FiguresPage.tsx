// SPDX-License-Identifier: Apache-2.0
import { Button, Skeleton } from "@mantine/core";
import {
  IconArrowBackUp,
  IconDownload,
  IconNumbers,
  IconPlus,
  IconTableImport,
  IconTrash,
} from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api/client";
import { useMay } from "../../app/session";
import { EmptyState } from "../../components/EmptyState";
import type { BulkAction } from "../../components/list/BulkBar";
import { RecordList } from "../../components/list/RecordList";
import { PageHeader } from "../../components/PageHeader";
import { urlText, useUrlState } from "../../hooks/useUrlState";
import { currentLanguage } from "../../i18n";
import {
  type Figure,
  type FigureFilter,
  figureListQuery,
  figuresUrl,
  kFigureSorts,
  kKinds,
  useDeleteFigure,
  useRefresh,
  useRestoreFigure,
} from "./api";
import { CityNav, cityCrumbs } from "./CityNav";
import { FigureDialog } from "./FigureDialog";
import { FigureFilters } from "./FigureFilters";
import { figureColumns } from "./figureColumns";
import { useNames } from "./names";
import { SourceDrawer } from "./SourceDrawer";

function filterOf(search: Record<string, unknown>): FigureFilter {
  const kind = kKinds.find((known) => known === search.kind);
  const text = (name: string) => {
    const value = urlText(search[name]);
    return value ? { [name]: value } : {};
  };
  return {
    q: urlText(search.q),
    sort: kFigureSorts.find((known) => known === search.sort) ?? "-period",
    deleted: search.view === "deleted",
    ...text("region"),
    ...text("indicator"),
    ...text("topic"),
    ...text("source"),
    ...(kind && { kind }),
  };
}

/** Every figure with its source; what the filters leave can be downloaded. */
export function FiguresPage() {
  const { t } = useTranslation();
  const may = useMay();
  const navigate = useNavigate();
  const [search, update] = useUrlState();
  const [making, setMaking] = useState(false);
  const filter = filterOf(search);
  const list = useInfiniteQuery(figureListQuery(filter));
  const names = useNames();
  const refresh = useRefresh();
  const remove = useDeleteFigure();
  const restore = useRestoreFigure();
  if (list.error instanceof ApiError && list.error.status === 403) throw list.error;
  const bulk: BulkAction<Figure>[] = [
    {
      key: "delete",
      label: t("figures.delete"),
      icon: <IconTrash size={18} aria-hidden />,
      can: (one) => one.actions.includes("delete_figure"),
      run: (one) => remove.mutateAsync(one),
      undo: (one) => restore.mutateAsync(one.id),
      done: () => t("figures.deleted"),
      undone: () => t("figures.restored"),
    },
    {
      key: "restore",
      label: t("figures.restore"),
      icon: <IconArrowBackUp size={18} aria-hidden />,
      can: (one) => one.actions.includes("restore_figure"),
      run: (one) => restore.mutateAsync(one.id),
      done: () => t("figures.restored"),
    },
  ];
  const create = may("create_figure") && (
    <>
      <Button
        component={Link}
        to={"/imports?resource=energy_yearbooks" as string}
        variant="default"
        leftSection={<IconTableImport size={18} aria-hidden />}
      >
        {t("figures.import_table")}
      </Button>
      <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setMaking(true)}>
        {t("figures.create")}
      </Button>
    </>
  );
  const filtered = Boolean(filter.q || filter.region || filter.indicator || filter.kind || filter.source);
  return (
    <>
      <PageHeader
        title={t("figures.list.title")}
        description={t("figures.list.description")}
        crumbs={cityCrumbs(t, t("figures.list.title"))}
        actions={
          <>
            <Button
              component="a"
              href="/api/v1/figures/package"
              download
              variant="default"
              title={t("figures.package_text")}
              leftSection={<IconDownload size={18} aria-hidden />}
            >
              {t("figures.package")}
            </Button>
            {create}
          </>
        }
      />
      <CityNav />
      {!names ? (
        <Skeleton h={320} radius="lg" />
      ) : (
        <>
          <FigureFilters names={names} filter={filter} update={update} />
          <RecordList
            list="figures"
            label={t("figures.list.title")}
            columns={figureColumns(t, names, (open) => update({ open }))}
            query={list}
            idOf={(one) => one.id}
            nameOf={(one) => names.figure(one)}
            sort="-period"
            bulk={may("delete_figure") ? bulk : []}
            downloadUrl={(form, columns) => figuresUrl(filter, form, columns, currentLanguage())}
            onChanged={refresh}
            empty={
              <EmptyState
                icon={<IconNumbers size={32} />}
                title={t(filtered ? "figures.list.no_match" : "figures.list.none")}
                text={t(filtered ? "figures.list.no_match_text" : "figures.list.none_text")}
                action={
                  filtered ? (
                    <Button
                      variant="default"
                      onClick={() =>
                        update({
                          q: undefined,
                          region: undefined,
                          indicator: undefined,
                          kind: undefined,
                          source: undefined,
                        })
                      }
                    >
                      {t("figures.list.clear")}
                    </Button>
                  ) : (
                    create
                  )
                }
              />
            }
          />
          {making && (
            <FigureDialog
              names={names}
              onClose={() => setMaking(false)}
              onSaved={({ id }) =>
                void navigate({ to: "/energy/figures/$figureId", params: { figureId: id } })
              }
            />
          )}
        </>
      )}
      <SourceDrawer id={urlText(search.open) || undefined} onClose={() => update({ open: undefined })} />
    </>
  );
}
