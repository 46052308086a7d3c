// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Group, Skeleton, Stack } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../../components/ProblemAlert";
import { type Import, type ImportResource, importRowsQuery, type Which } from "./api";
import { RowCard } from "./RowCard";

/** Rows to look at, a card each. A row that was mended stays where it was until the list is read again. */
export function RowList(props: { one: Import; resource: ImportResource; which: Which }) {
  const { t } = useTranslation();
  const { one, resource, which } = props;
  const list = useInfiniteQuery(importRowsQuery(one.id, which));
  const rows = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Stack gap="sm">
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {list.isPending && <Skeleton h={160} radius="md" />}
      {list.data && rows.length === 0 && <Alert color="teal">{t("imports.review.none_left")}</Alert>}
      {rows.map((row) => (
        <RowCard key={row.number} one={one} resource={resource} row={row} />
      ))}
      {list.hasNextPage && (
        <Group justify="center">
          <Button
            variant="default"
            onClick={() => void list.fetchNextPage()}
            loading={list.isFetchingNextPage}
          >
            {t("common.more")}
          </Button>
        </Group>
      )}
    </Stack>
  );
}
