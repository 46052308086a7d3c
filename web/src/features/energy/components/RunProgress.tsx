// SPDX-License-Identifier: Apache-2.0
import { Button, Card, Group, Progress, Stack, Text, Title } from "@mantine/core";
import { useInterval } from "@mantine/hooks";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCancelJob } from "../api/mutations";
import type { Job, Run } from "../api/types";
import { formatDuration, formatNumber, formatPercent } from "../lib/format";
import { useLanguage } from "../shell";

export function RunProgress({ run, job, live }: { run: Run; job: Job | undefined; live: boolean }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const cancel = useCancelJob(run.id);
  const elapsed = useElapsed(job?.started ?? run.created);
  const stage = job?.stage
    ? t(`stage.${job.stage}`, { ...job.details, defaultValue: t("run.progress.working") })
    : t("run.progress.queued");
  const progress = job?.progress ?? 0;
  const iterations = job?.details?.iterations;
  return (
    <Card withBorder radius="lg" padding="xl" component="section" aria-labelledby="run-progress">
      <Stack gap="md">
        <Title order={2} size="h3" id="run-progress">
          {t("run.progress.title")}
        </Title>
        <Progress.Root size={14} radius="xl">
          <Progress.Section
            value={Math.max(2, progress * 100)}
            animated
            aria-label={t("run.progress.title")}
          />
        </Progress.Root>
        <Group justify="space-between" align="flex-start">
          <div>
            <Text fw={600} role="status" aria-live="polite" data-testid="stage">
              {stage}
            </Text>
            <Text size="sm" c="dimmed" className="num">
              {formatPercent(progress, language, 0)} ·{" "}
              {t("run.progress.elapsed", { time: formatDuration(elapsed, language) })}
              {iterations
                ? ` · ${t("run.progress.iterations", { count: formatNumber(Number(iterations), language, 8) })}`
                : ""}
            </Text>
            {live ? null : (
              <Text size="sm" c="dimmed">
                {t("run.progress.polling")}
              </Text>
            )}
          </div>
          {job?.actions.includes("cancel_job") ? (
            <Button variant="default" loading={cancel.isPending} onClick={() => cancel.mutate(job.id)}>
              {t("run.action.cancel")}
            </Button>
          ) : null}
        </Group>
        <Text size="sm" c="dimmed">
          {t("run.progress.leave")}
        </Text>
      </Stack>
    </Card>
  );
}

function useElapsed(since: string): number {
  const [now, setNow] = useState(Date.now);
  const { start, stop } = useInterval(() => setNow(Date.now()), 1000);
  useEffect(() => {
    start();
    return stop;
  }, [start, stop]);
  return Math.max(0, Math.floor((now - Date.parse(since)) / 1000));
}
