// SPDX-License-Identifier: Apache-2.0
import { Button } from "@mantine/core";
import {
  IconArrowBackUp,
  IconBuilding,
  IconCopyCheck,
  IconPlus,
  IconSearch,
  IconTableImport,
  IconTrash,
} from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import type { TFunction } from "i18next";
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
  bringBack,
  isKind,
  kSorts,
  type Organisation,
  type OrganisationFilter,
  organisationListQuery,
  organisationsUrl,
  putAway,
  useRefresh,
} from "./api";
import { organisationColumns } from "./columns";
import { isCountry } from "./countries";
import { OrganisationDialog } from "./OrganisationDialog";
import { OrganisationFilters } from "./OrganisationFilters";

function filterOf(search: Record<string, unknown>): OrganisationFilter {
  return {
    q: urlText(search.q),
    sort: kSorts.find((known) => known === search.sort) ?? "name",
    deleted: search.view === "deleted",
    ...(isKind(search.kind) && { kind: search.kind }),
    ...(isCountry(search.country) && { country: search.country }),
  };
}

function bulkActions(t: TFunction): BulkAction<Organisation>[] {
  const deleted = (number: number) => t("people.bulk.deleted", { number });
  const restored = (number: number) => t("people.bulk.restored", { number });
  return [
    {
      key: "delete",
      label: t("people.delete"),
      icon: <IconTrash size={18} aria-hidden />,
      can: (one) => one.actions.includes("delete_organisation"),
      run: putAway,
      undo: (one) => bringBack(one.id),
      done: deleted,
      undone: restored,
    },
    {
      key: "restore",
      label: t("people.restore"),
      icon: <IconArrowBackUp size={18} aria-hidden />,
      can: (one) => one.actions.includes("restore_organisation"),
      run: (one) => bringBack(one.id),
      done: restored,
    },
  ];
}

export function OrganisationsPage() {
  const { t } = useTranslation();
  const may = useMay();
  const navigate = useNavigate();
  const [search, update] = useUrlState();
  const [making, setMaking] = useState(false);
  const filter = filterOf(search);
  const list = useInfiniteQuery(organisationListQuery(filter));
  const refresh = useRefresh();
  const language = currentLanguage();
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
      <RecordList
        list="organisations"
        label={t("people.organisation.title")}
        columns={organisationColumns(t, language)}
        query={list}
        idOf={(one) => one.id}
        nameOf={(one) => one.name}
        sort="name"
        bulk={bulkActions(t)}
        downloadUrl={(form, columns) => organisationsUrl(filter, form, columns, language)}
        onChanged={refresh}
        empty={
          <Nothing
            filter={filter}
            create={create}
            onClear={() => update({ q: undefined, kind: undefined, country: undefined })}
          />
        }
      />
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
