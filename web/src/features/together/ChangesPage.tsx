// SPDX-License-Identifier: Apache-2.0
import { Button, Paper, Select, Skeleton } from "@mantine/core";
import { IconHistory } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../components/EmptyState";
import { PageHeader } from "../../components/PageHeader";
import { ProblemAlert } from "../../components/ProblemAlert";
import { useUrlState } from "../../hooks/useUrlState";
import { changesQuery } from "./api";
import { ChangesList } from "./ChangesList";

const kKinds = ["organisation", "member", "cluster", "plan", "meeting", "approval", "board_meeting"];

/** What was changed lately of what the person may read. */
export function ChangesPage() {
  const { t } = useTranslation();
  const [search, update] = useUrlState();
  const kind = kKinds.find((one) => one === search.kind);
  const list = useInfiniteQuery(changesQuery(kind, 30));
  const found = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <>
      <PageHeader
        title={t("changes.title")}
        description={t("changes.description")}
        crumbs={[{ label: t("app.pages.home"), to: "/" }, { label: t("changes.title") }]}
      />
      <Select
        label={t("changes.kind")}
        placeholder={t("common.all")}
        w={220}
        mb="md"
        clearable
        clearButtonProps={{ "aria-label": t("people.clear_one") }}
        value={kind ?? null}
        onChange={(value) => update({ kind: value ?? undefined })}
        data={kKinds.map((value) => ({ value, label: t(`search.kind.${value}`) }))}
      />
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {list.isPending && <Skeleton h={320} radius="lg" />}
      {list.data && found.length === 0 && !list.hasNextPage && (
        <EmptyState icon={<IconHistory size={32} />} title={t("changes.none")} />
      )}
      {found.length > 0 && (
        <Paper className="panel" p={{ base: "md", sm: "lg" }}>
          <ChangesList changes={found} />
        </Paper>
      )}
      {list.hasNextPage && (
        <Button
          variant="default"
          mt="md"
          onClick={() => void list.fetchNextPage()}
          loading={list.isFetchingNextPage}
        >
          {t("common.more")}
        </Button>
      )}
    </>
  );
}
