// SPDX-License-Identifier: Apache-2.0
import { Anchor, Button, Group, Paper, SegmentedControl, Select, Skeleton, Table, Text } from "@mantine/core";
import {
  IconCertificate,
  IconDownload,
  IconPlus,
  IconSearch,
  IconTrash,
  IconUsers,
} from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api/client";
import { problemSentence } from "../../api/problems";
import { useMay } from "../../app/session";
import { EmptyState } from "../../components/EmptyState";
import { notice } from "../../components/notices";
import { PageHeader } from "../../components/PageHeader";
import { ProblemAlert } from "../../components/ProblemAlert";
import { SearchInput } from "../../components/SearchInput";
import classes from "../../components/StackedTable.module.css";
import { urlText, useUrlState } from "../../hooks/useUrlState";
import { currentLanguage } from "../../i18n";
import { formatInstant } from "../energy/lib/format";
import { kSorts } from "./api";
import { FictitiousBadge } from "./badges";
import { kNameLanguages, languageName } from "./countries";
import { nameFor } from "./names";
import { OrganisationSelect } from "./OrganisationSelect";
import { PersonDialog } from "./PersonDialog";
import {
  type PersonFilter,
  type PersonLine,
  personFileUrl,
  personListQuery,
  useRestorePerson,
} from "./personsApi";

function filterOf(search: Record<string, unknown>): PersonFilter {
  const organisation = urlText(search.organisation);
  const language = urlText(search.language);
  return {
    q: urlText(search.q),
    sort: kSorts.find((known) => known === search.sort) ?? "name",
    deleted: search.view === "deleted",
    ...(organisation && { organisation }),
    ...(language && { language }),
  };
}

export function PersonsPage() {
  const { t } = useTranslation();
  const may = useMay();
  const navigate = useNavigate();
  const [search, update] = useUrlState();
  const [making, setMaking] = useState(false);
  const filter = filterOf(search);
  const list = useInfiniteQuery(personListQuery(filter));
  const found = list.data?.pages.flatMap((page) => page.items) ?? [];
  if (list.error instanceof ApiError && list.error.status === 403) throw list.error;
  const create = may("create_person") && (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setMaking(true)}>
      {t("person.create")}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t("person.title")}
        description={t("person.description")}
        crumbs={[{ label: t("app.pages.home"), to: "/" }, { label: t("person.title") }]}
        actions={
          <>
            {create}
            <Button
              component={Link}
              to="/persons/consents"
              variant="default"
              leftSection={<IconCertificate size={18} aria-hidden />}
            >
              {t("consent.renew.title")}
            </Button>
            {(["xlsx", "csv"] as const).map((format) => (
              <Button
                key={format}
                component="a"
                href={personFileUrl(filter, format)}
                download={`persons.${format}`}
                variant="default"
                leftSection={<IconDownload size={18} aria-hidden />}
              >
                {t(`person.download_${format}`)}
              </Button>
            ))}
          </>
        }
      />
      <Filters filter={filter} update={update} />
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {list.isPending && <Skeleton h={320} radius="lg" />}
      {list.data && found.length === 0 && (
        <Nothing
          filter={filter}
          create={create}
          onClear={() => update({ q: undefined, organisation: undefined, language: undefined })}
        />
      )}
      {found.length > 0 && (
        <Paper className="panel" style={{ overflow: "hidden" }}>
          <PersonTable persons={found} />
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
      {making && (
        <PersonDialog
          onClose={() => setMaking(false)}
          onSaved={({ id }) => void navigate({ to: "/persons/$personId", params: { personId: id } })}
        />
      )}
    </>
  );
}

function Filters(props: { filter: PersonFilter; update: (patch: Record<string, unknown>) => void }) {
  const { t } = useTranslation();
  const { filter, update } = props;
  const language = currentLanguage();
  return (
    <Group gap="sm" mb="lg" align="flex-end" className="no-print">
      <SearchInput
        label={t("common.search")}
        placeholder={t("person.search")}
        value={filter.q}
        onSearch={(q) => update({ q: q || undefined })}
      />
      <OrganisationSelect
        label={t("person.field.organisation")}
        clearable
        style={{ flex: "1 1 200px" }}
        value={filter.organisation ?? null}
        onChange={(organisation) => update({ organisation: organisation ?? undefined })}
      />
      <Select
        label={t("person.field.languages")}
        placeholder={t("common.all")}
        w={160}
        clearable
        value={filter.language ?? null}
        onChange={(tag) => update({ language: tag ?? undefined })}
        data={kNameLanguages.map((value) => ({ value, label: languageName(value, language) }))}
        clearButtonProps={{ "aria-label": t("people.clear_one") }}
      />
      <Select
        label={t("people.sort.label")}
        w={170}
        allowDeselect={false}
        value={filter.sort}
        onChange={(sort) => update({ sort: sort === "name" ? undefined : sort })}
        data={kSorts.map((value) => ({
          value,
          label: t(`people.sort.${value.startsWith("-") ? `${value.slice(1)}_down` : value}`),
        }))}
      />
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
  );
}

function PersonTable({ persons }: { persons: PersonLine[] }) {
  const { t } = useTranslation();
  return (
    <Table
      className={classes.table}
      verticalSpacing="sm"
      horizontalSpacing="lg"
      aria-label={t("person.title")}
    >
      <Table.Thead>
        <Table.Tr>
          {(["names", "organisation", "languages"] as const).map((field) => (
            <Table.Th key={field} scope="col">
              {t(`person.field.${field}`)}
            </Table.Th>
          ))}
          <Table.Th scope="col">{t("people.updated")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {persons.map((one) => (
          <Row key={one.id} person={one} />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Row({ person: one }: { person: PersonLine }) {
  const { t } = useTranslation();
  const language = currentLanguage();
  const other = nameFor(one.names, language);
  const job = one.employments[0];
  return (
    <Table.Tr>
      <Table.Td>
        <Group gap={8}>
          {one.deleted ? (
            <Text fw={600}>{one.name}</Text>
          ) : (
            <Anchor component={Link} to={`/persons/${one.id}`} fw={600}>
              {one.name}
            </Anchor>
          )}
          {one.fictitious && <FictitiousBadge />}
          {one.actions.includes("restore_person") && <RestoreButton person={one} />}
        </Group>
        {(other || one.title) && (
          <Text size="sm" c="dimmed">
            {[other, one.title].filter(Boolean).join(" · ")}
          </Text>
        )}
      </Table.Td>
      <Table.Td data-label={t("person.field.organisation")}>
        {job ? (
          <div>
            {job.organisation_name}
            {job.job && (
              <Text size="sm" c="dimmed">
                {job.job}
              </Text>
            )}
          </div>
        ) : (
          "–"
        )}
      </Table.Td>
      <Table.Td data-label={t("person.field.languages")}>
        {one.languages.map((tag) => languageName(tag, language)).join(", ") || "–"}
      </Table.Td>
      <Table.Td data-label={t("people.updated")} className="num">
        {formatInstant(one.deleted ?? one.updated, language)}
      </Table.Td>
    </Table.Tr>
  );
}

function RestoreButton({ person: one }: { person: PersonLine }) {
  const { t } = useTranslation();
  const restore = useRestorePerson();
  return (
    <Button
      size="compact-md"
      variant="default"
      loading={restore.isPending}
      aria-label={t("people.restore_named", { name: one.name })}
      onClick={() =>
        restore.mutate(one.id, {
          onSuccess: () => notice("teal", t("people.restored", { name: one.name })),
          onError: (error) => notice("red", problemSentence(t, error)),
        })
      }
    >
      {t("people.restore")}
    </Button>
  );
}

function Nothing(props: { filter: PersonFilter; create: React.ReactNode; onClear: () => void }) {
  const { t } = useTranslation();
  const { q, organisation, language, deleted } = props.filter;
  if (q || organisation || language)
    return (
      <EmptyState
        icon={<IconSearch size={32} />}
        title={t("person.no_match")}
        text={t("people.organisation.no_match_text")}
        action={
          <Button variant="default" onClick={props.onClear}>
            {t("people.clear")}
          </Button>
        }
      />
    );
  if (deleted)
    return (
      <EmptyState
        icon={<IconTrash size={32} />}
        title={t("people.none_deleted")}
        text={t("people.none_deleted_text")}
      />
    );
  return (
    <EmptyState
      icon={<IconUsers size={32} />}
      title={t("person.none")}
      text={t("person.none_text")}
      action={props.create}
    />
  );
}
