// SPDX-License-Identifier: Apache-2.0
import { Anchor, Badge, Button, Group, Select, Text } from "@mantine/core";
import { IconDownload, IconListSearch } from "@tabler/icons-react";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../../api/client";
import { toCsv } from "../../../components/chart/csv";
import { EmptyState } from "../../../components/EmptyState";
import type { ListColumn } from "../../../components/list/columns";
import { RecordList } from "../../../components/list/RecordList";
import { PageHeader } from "../../../components/PageHeader";
import { SearchInput } from "../../../components/SearchInput";
import { urlText, useUrlState } from "../../../hooks/useUrlState";
import { planQuery } from "../api/queries";
import { download, fileName } from "../lib/download";
import { formatInstant, type Language } from "../lib/format";
import { useLanguage } from "../shell";
import { AssumptionDrawer, Provenance } from "./AssumptionDrawer";
import { type Assumption, assumptionPages } from "./api";
import { useNumberNames, valueText } from "./names";
import { kShows, rowsOf, type Show, tableOf } from "./rows";

const kLists = [
  "model",
  "carriers",
  "buses",
  "loads",
  "generators",
  "links",
  "stores",
  "lines",
  "limits",
  "series",
];

function columns(
  t: TFunction,
  language: Language,
  { fieldOf, partOf }: ReturnType<typeof useNumberNames>,
  open: (at: string) => void,
): ListColumn<Assumption>[] {
  const value = (one: Assumption, number: number | undefined) => valueText(number, one.unit, t, language);
  return [
    {
      key: "name",
      label: t("assumption.field.name"),
      always: true,
      sort: { up: "name", down: "-name" },
      cell: (one) => (
        <>
          <Anchor component="button" type="button" ta="left" fw={600} onClick={() => open(one.at)}>
            {fieldOf(one)}
          </Anchor>
          <Text size="sm" c="dimmed">
            {partOf(one)}
          </Text>
        </>
      ),
    },
    {
      key: "value",
      label: t("assumption.field.value"),
      numeric: true,
      cell: (one) => (one.series === undefined ? value(one, one.value) : one.series),
    },
    { key: "source", label: t("assumption.field.source"), cell: (one) => <Provenance one={one} /> },
    {
      key: "note",
      label: t("assumption.note"),
      cell: (one) => (
        <Text size="sm">
          {(language === "ko" ? one.note_ko || one.note_en : one.note_en || one.note_ko) || "–"}
        </Text>
      ),
    },
    {
      key: "price_year",
      label: t("assumption.field.price_year"),
      numeric: true,
      cell: (one) => <span style={{ whiteSpace: "nowrap" }}>{one.price_year ?? "–"}</span>,
    },
    {
      key: "range",
      label: t("assumption.range"),
      numeric: true,
      cell: (one) =>
        one.low === undefined && one.high === undefined
          ? "–"
          : `${value(one, one.low)} – ${value(one, one.high)}`,
    },
    {
      key: "updated",
      label: t("assumption.changed"),
      first: false,
      sort: { up: "updated", down: "-updated" },
      cell: (one) => (one.updated ? `${one.changed_by} · ${formatInstant(one.updated, language)}` : "–"),
    },
    { key: "at", label: t("assumption.address"), first: false, cell: (one) => <code>{one.at}</code> },
  ];
}

/** Every number that a plan rests on, with where it comes from. */
export function AssumptionsPage() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { planId = "" } = useParams({ strict: false }) as { planId?: string };
  const { data: plan, error } = useQuery(planQuery(planId));
  const names = useNumberNames(planId);
  const [search, update] = useUrlState();
  const filter = {
    q: urlText(search.q),
    show: kShows.find((one) => one === search.show) ?? ("all" as Show),
    list: urlText(search.part),
    source: urlText(search.source),
    sort: urlText(search.sort) || "model",
  };
  const list = useInfiniteQuery({
    ...assumptionPages(planId),
    select: ({ pages, pageParams }) => ({
      pageParams,
      whole: pages[0],
      pages: [
        {
          items: rowsOf(
            pages.flatMap(({ items }) => items),
            filter,
            t,
            language,
            names.model,
          ),
        },
      ],
    }),
  });
  if (error instanceof ApiError && error.status === 404) throw error;
  const whole = list.data?.whole;
  const rows = list.data?.pages[0]?.items ?? [];
  const sources = [
    ...new Map(
      (whole?.items ?? [])
        .filter((one) => one.source_code)
        .map((one) => [one.source_code ?? "", one.source_document ?? one.source_code ?? ""]),
    ),
  ];
  const name = plan?.value.name ?? "";
  const title = t("assumption.title");
  return (
    <>
      <PageHeader
        title={title}
        description={t("assumption.description")}
        crumbs={[
          { label: t("plan.list.title"), to: "/energy/plans" },
          { label: name, to: `/energy/plans/${planId}` },
          { label: title },
        ]}
        badges={
          whole && (
            <Badge
              variant="light"
              color={whole.without_source > 0 ? "orange" : "teal"}
              style={{ textTransform: "none" }}
            >
              {t("assumption.count_short", { without: whole.without_source, all: whole.assumptions })}
            </Badge>
          )
        }
        actions={
          <Button
            variant="default"
            leftSection={<IconDownload size={18} aria-hidden />}
            onClick={() =>
              download(
                `${fileName(name)}-${fileName(title)}.csv`,
                "text/csv",
                toCsv(tableOf(rows, t, language, names.model)),
              )
            }
          >
            {t("assumption.export")}
          </Button>
        }
      />
      <Group mb="lg" className="no-print" align="flex-end">
        <SearchInput
          label={t("common.search")}
          placeholder={t("assumption.search")}
          value={filter.q}
          onSearch={(next) => update({ q: next || undefined })}
        />
        <Select
          label={t("assumption.show_label")}
          allowDeselect={false}
          data={kShows.map((value) => ({ value, label: t(`assumption.show.${value}`) }))}
          value={filter.show}
          onChange={(next) => update({ show: next === "all" ? undefined : (next ?? undefined) })}
        />
        <Select
          label={t("assumption.field.part")}
          placeholder={t("assumption.all_parts")}
          clearable
          clearButtonProps={{ "aria-label": t("people.clear_one") }}
          data={kLists.map((value) => ({ value, label: t(`plan.part.${value}`) }))}
          value={filter.list || null}
          onChange={(next) => update({ part: next ?? undefined })}
        />
        <Select
          label={t("assumption.field.source")}
          placeholder={t("assumption.all_sources")}
          clearable
          clearButtonProps={{ "aria-label": t("people.clear_one") }}
          data={sources.map(([value, label]) => ({ value, label }))}
          value={filter.source || null}
          onChange={(next) => update({ source: next ?? undefined })}
        />
      </Group>
      <RecordList
        list="assumptions"
        label={title}
        columns={columns(t, language, names, (at) => update({ open: at }))}
        query={list}
        idOf={(one) => one.at}
        nameOf={names.nameOf}
        sort="model"
        empty={
          <EmptyState
            icon={<IconListSearch size={32} />}
            title={t("assumption.none")}
            text={t("assumption.none_text")}
            action={
              <Button variant="default" component={Link} to={`/energy/plans/${planId}/assumptions` as string}>
                {t("assumption.show_all")}
              </Button>
            }
          />
        }
      />
      <AssumptionDrawer
        planId={planId}
        one={whole?.items.find(({ at }) => at === search.open)}
        onClose={() => update({ open: undefined })}
      />
    </>
  );
}
