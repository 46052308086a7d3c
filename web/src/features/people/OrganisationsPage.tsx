// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Paper, Skeleton } from "@mantine/core";
import {
  IconBuilding,
  IconCopyCheck,
  IconPlus,
  IconSearch,
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
import { PageHeader } from "../../components/PageHeader";
import { ProblemAlert } from "../../components/ProblemAlert";
import { urlText, useUrlState } from "../../hooks/useUrlState";
import { isKind, kSorts, type OrganisationFilter, organisationListQuery } from "./api";
import { isCountry } from "./countries";
import { OrganisationDialog } from "./OrganisationDialog";
import { OrganisationFilters } from "./OrganisationFilters";
import { OrganisationTable } from "./OrganisationTable";

function filterOf(search: Record<string, unknown>): OrganisationFilter {
  return {
    q: urlText(search.q),
    sort: kSorts.find((known) => known === search.sort) ?? "name",
    deleted: search.view === "deleted",
    ...(isKind(search.kind) && { kind: search.kind }),
    ...(isCountry(search.country) && { country: search.country }),
  };
}

export function OrganisationsPage() {
  const { t } = useTranslation();
  const may = useMay();
  const navigate = useNavigate();
  const [search, update] = useUrlState();
  const [making, setMaking] = useState(false);
  const filter = filterOf(search);
  const list = useInfiniteQuery(organisationListQuery(filter));
  const found = list.data?.pages.flatMap((page) => page.items) ?? [];
  // Not for this person: the page says so instead of standing half empty.
  if (list.error instanceof ApiError && list.error.status === 403) throw list.error;
  const create = may("create_organisation") && (
    <>
      <Button
        component={Link}
        to={"/imports?resource=organisations" as string}
        variant="default"
        leftSection={<IconTableImport size={18} aria-hidden />}
      >
        {t("imports.open")}
      </Button>
      <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setMaking(true)}>
        {t("people.organisation.create")}
      </Button>
    </>
  );
  return (
    <>
      <PageHeader
        title={t("people.organisation.title")}
        description={t("people.organisation.description")}
        crumbs={[{ label: t("app.pages.home"), to: "/" }, { label: t("people.organisation.title") }]}
        actions={
          <>
            {create}
            {may("list_organisation_doubles") && (
              <Button
                component={Link}
                to="/organisations/doubles"
                variant="default"
                leftSection={<IconCopyCheck size={18} aria-hidden />}
              >
                {t("people.doubles.title")}
              </Button>
            )}
          </>
        }
      />
      <OrganisationFilters filter={filter} update={update} />
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {list.isPending && <Skeleton h={320} radius="lg" />}
      {list.data && found.length === 0 && (
        <Nothing
          filter={filter}
          create={create}
          onClear={() => update({ q: undefined, kind: undefined, country: undefined })}
        />
      )}
      {found.length > 0 && (
        <Paper className="panel" style={{ overflow: "hidden" }}>
          <OrganisationTable organisations={found} />
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
        <OrganisationDialog
          onClose={() => setMaking(false)}
          onSaved={({ id }) =>
            void navigate({ to: "/organisations/$organisationId", params: { organisationId: id } })
          }
        />
      )}
    </>
  );
}

function Nothing(props: { filter: OrganisationFilter; create: React.ReactNode; onClear: () => void }) {
  const { t } = useTranslation();
  const { q, kind, country, deleted } = props.filter;
  if (q || kind || country)
    return (
      <EmptyState
        icon={<IconSearch size={32} />}
        title={t("people.organisation.no_match")}
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
      icon={<IconBuilding size={32} />}
      title={t("people.organisation.none")}
      text={t("people.organisation.none_text")}
      action={props.create}
    />
  );
}
