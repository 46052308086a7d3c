// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Paper, Progress, Stack, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { problemSentence } from "../../api/problems";
import { notice } from "../../components/notices";
import { currentLanguage } from "../../i18n";
import { formatNumber, formatPercent } from "../energy/lib/format";
import { type Job, useJobAction } from "../jobs/api";
import type { Import } from "./api";

/** How far a check, an import or an undo has come. */
export function WorkingCard({ one, job }: { one: Import; job: Job | undefined }) {
  const { t } = useTranslation();
  const language = currentLanguage();
  const act = useJobAction();
  const progress = job?.progress ?? 0;
  const rows = job?.details?.rows;
  return (
    <Paper className="panel" p={{ base: "md", sm: "lg" }} component="section" aria-labelledby="working">
      <Stack>
        <Title order={2} size="h3" id="working">
          {t(`imports.state.${one.state}`)}
        </Title>
        <Progress.Root size={14} radius="xl">
          <Progress.Section
            value={Math.max(2, progress * 100)}
            animated
            aria-label={t(`imports.state.${one.state}`)}
          />
        </Progress.Root>
        <Group justify="space-between">
          <div>
            <Text fw={600} role="status" aria-live="polite">
              {job?.stage ? t(`stage.${job.stage}`) : t("jobs.state.queued")}
            </Text>
            <Text size="sm" c="dimmed" className="num">
              {formatPercent(progress, language, 0)}
              {rows && ` · ${t("imports.rows", { number: formatNumber(Number(rows), language) })}`}
            </Text>
          </div>
          {job?.actions.includes("cancel_job") && (
            <Button
              variant="default"
              loading={act.isPending}
              onClick={() =>
                act.mutate(
                  { id: job.id, action: "cancel" },
                  { onError: (error) => notice("red", problemSentence(t, error)) },
                )
              }
            >
              {t("common.cancel")}
            </Button>
          )}
        </Group>
        <Text size="sm" c="dimmed">
          {t("imports.leave")}
        </Text>
      </Stack>
    </Paper>
  );
}
