// SPDX-License-Identifier: Apache-2.0
import { Button, Paper, Skeleton, Stack, Text, Timeline, Title } from "@mantine/core";
import type { InfiniteData, UseInfiniteQueryResult } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../../api/client";
import { ProblemAlert } from "../../components/ProblemAlert";
import { currentLanguage } from "../../i18n";
import { formatInstant } from "../energy/lib/format";
import { actorText } from "./actor";
import { ChangesTable } from "./ChangesTable";

/**
 * Who changed a record, when, and what stood before and after: its own entries of the audit. `people`: the names of
 * accounts that the entries hold the ids of.
 */
export function History({
  query,
  people,
}: {
  query: UseInfiniteQueryResult<InfiniteData<Schemas["AuditEntryPage"]>>;
  people?: ReadonlyMap<string, string>;
}) {
  const { t } = useTranslation();
  const entries = query.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Paper component="section" className="panel" p={{ base: "md", sm: "lg" }} aria-labelledby="history">
      <Title order={2} size="h3" id="history" mb="md">
        {t("audit.history")}
      </Title>
      <ProblemAlert error={query.error} onRetry={() => void query.refetch()} />
      {query.isPending && <Skeleton h={120} />}
      {query.data && entries.length === 0 && <Text c="dimmed">{t("audit.no_history")}</Text>}
      <Timeline active={entries.length} bulletSize={16} lineWidth={2}>
        {entries.map((entry) => (
          <Timeline.Item key={entry.number} title={t(`audit.action.${entry.action}`, entry.action)}>
            <Stack gap={6}>
              <Text size="sm" c="dimmed" className="num">
                {`${actorText(t, entry)} · ${formatInstant(entry.at, currentLanguage())}`}
              </Text>
              <ChangesTable entry={entry} people={people} />
            </Stack>
          </Timeline.Item>
        ))}
      </Timeline>
      {query.hasNextPage && (
        <Button
          variant="default"
          mt="md"
          onClick={() => void query.fetchNextPage()}
          loading={query.isFetchingNextPage}
        >
          {t("common.more")}
        </Button>
      )}
    </Paper>
  );
}
