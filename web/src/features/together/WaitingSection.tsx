// SPDX-License-Identifier: Apache-2.0
import { Anchor, Badge, Group, Paper, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../../components/ProblemAlert";
import { waitingQuery } from "./api";
import { placeOf } from "./place";

/** What waits for the person, gathered from all desks. */
export function WaitingSection() {
  const { t } = useTranslation();
  const { data, error, refetch } = useQuery(waitingQuery);
  return (
    <section aria-labelledby="waiting">
      <Title order={2} id="waiting" mb="sm">
        {t("waiting.title")}
      </Title>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton h={96} radius="lg" />}
      {data && (
        <Paper className="panel" p="md">
          {data.length === 0 && (
            <>
              <Text fw={600}>{t("waiting.none")}</Text>
              <Text c="dimmed">{t("waiting.none_text")}</Text>
            </>
          )}
          <Stack gap="xs" component="ul" m={0} p={0} style={{ listStyle: "none" }}>
            {data.map((one) => (
              <Group key={`${one.kind}-${one.path}-${one.title}`} component="li" gap="sm">
                <Badge variant="light" color="gray">
                  {t(`waiting.kind.${one.kind}`)}
                </Badge>
                <Anchor component={Link} {...placeOf(one.path)} fw={600} style={{ overflowWrap: "anywhere" }}>
                  {one.title ?? t("waiting.count", { count: one.count ?? 0 })}
                </Anchor>
                {one.overdue && (
                  <Badge variant="outline" color="red" c="var(--mantine-color-error)">
                    {t("waiting.overdue")}
                  </Badge>
                )}
                {one.due && (
                  <Text size="sm" c="dimmed" className="num">
                    {t("waiting.due", { day: one.due })}
                  </Text>
                )}
              </Group>
            ))}
          </Stack>
        </Paper>
      )}
    </section>
  );
}
