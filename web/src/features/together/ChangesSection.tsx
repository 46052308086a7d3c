// SPDX-License-Identifier: Apache-2.0
import { Anchor, Group, Paper, Skeleton, Text, Title } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../../components/ProblemAlert";
import { changesQuery } from "./api";
import { ChangesList } from "./ChangesList";

const kShown = 6;

/** The latest changes, on the home page. */
export function ChangesSection() {
  const { t } = useTranslation();
  const { data, error, refetch } = useInfiniteQuery(changesQuery(undefined, kShown));
  const changes = data?.pages[0]?.items ?? [];
  return (
    <section aria-labelledby="changes">
      <Group justify="space-between" align="baseline" mb="sm">
        <Title order={2} id="changes">
          {t("changes.title")}
        </Title>
        <Anchor component={Link} to="/changes" size="sm">
          {t("changes.all")}
        </Anchor>
      </Group>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton h={160} radius="lg" />}
      {data && (
        <Paper className="panel" p="md">
          {changes.length === 0 ? (
            <Text c="dimmed">{t("changes.none")}</Text>
          ) : (
            <ChangesList changes={changes} />
          )}
        </Paper>
      )}
    </section>
  );
}
