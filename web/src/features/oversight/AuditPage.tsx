// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Paper, Skeleton } from "@mantine/core";
import { IconDownload, IconHistory, IconSearch } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api/client";
import { EmptyState } from "../../components/EmptyState";
import { PageHeader } from "../../components/PageHeader";
import { ProblemAlert } from "../../components/ProblemAlert";
import { urlText, useUrlState } from "../../hooks/useUrlState";
import { AuditFilters } from "./AuditFilters";
import { type AuditFilter, auditEntriesQuery, exportUrl } from "./api";
import { ChainCard } from "./ChainCard";
import { EntryTable } from "./EntryTable";
import { ReadsCard } from "./ReadsCard";

const kFields = ["actor", "record_kind", "record_id", "from", "until"] as const;

function filterOf(search: Record<string, unknown>): AuditFilter {
  const given = kFields.map((field) => [field, urlText(search[field])]).filter(([, value]) => value);
  return Object.fromEntries(given);
}

export function AuditPage() {
  const { t } = useTranslation();
  const [search, update] = useUrlState();
  const filter = filterOf(search);
  const list = useInfiniteQuery(auditEntriesQuery(filter));
  const entries = list.data?.pages.flatMap((page) => page.items) ?? [];
  const filtered = Object.keys(filter).length > 0;
  const clear = () => update(Object.fromEntries(kFields.map((field) => [field, undefined])));
  // Not for this person: the page says so instead of standing half empty.
  if (list.error instanceof ApiError && list.error.status === 403) throw list.error;
  return (
    <>
      <PageHeader
        title={t("audit.title")}
        description={t("audit.description")}
        crumbs={[{ label: t("app.pages.home"), to: "/" }, { label: t("audit.title") }]}
        actions={(["csv", "json"] as const).map((format) => (
          <Button
            key={format}
            component="a"
            href={exportUrl(filter, format)}
            download={`audit.${format}`}
            variant="default"
            leftSection={<IconDownload size={18} aria-hidden />}
          >
            {t(`audit.export_${format}`)}
          </Button>
        ))}
      />
      <ChainCard />
      <AuditFilters filter={filter} update={update} />
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {list.isPending && <Skeleton h={320} radius="lg" />}
      {list.data && entries.length === 0 && (
        <EmptyState
          icon={filtered ? <IconSearch size={32} /> : <IconHistory size={32} />}
          title={t(filtered ? "audit.no_match" : "audit.none")}
          text={t(filtered ? "audit.no_match_text" : "audit.none_text")}
          action={
            filtered && (
              <Button variant="default" onClick={clear}>
                {t("people.clear")}
              </Button>
            )
          }
        />
      )}
      {entries.length > 0 && (
        <Paper className="panel" style={{ overflow: "hidden" }}>
          <EntryTable
            entries={entries}
            onRecord={({ record_kind, record_id }) => update({ record_kind, record_id })}
          />
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
      <ReadsCard />
    </>
  );
}
