// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Paper, Progress, Stack, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { problemSentence } from "../../api/problems";
import { notice } from "../../components/notices";
import { currentLanguage } from "../../i18n";
import { formatPercent } from "../energy/lib/format";
import { type Job, useJobAction } from "../jobs/api";

/** How far a backup or its trial has come. */
export function Working({ job }: { job: Job | undefined }) {
  const { t } = useTranslation();
  const act = useJobAction();
  const progress = job?.progress ?? 0;
  const title = t(job?.kind === "backup_drill" ? "upkeep.backup.trying" : "upkeep.backup.making");
  return (
    <Paper className="panel" p={{ base: "md", sm: "lg" }} component="section" aria-labelledby="working">
      <Stack gap="sm">
        <Title order={2} size="h3" id="working">
          {title}
        </Title>
        <Progress.Root size={14} radius="xl">
          <Progress.Section value={Math.max(2, progress * 100)} animated aria-label={title} />
        </Progress.Root>
        <Group justify="space-between">
          <Text role="status" aria-live="polite">
            {job?.stage ? t(`stage.${job.stage}`) : t("jobs.state.queued")}{" "}
            <span className="num">{formatPercent(progress, currentLanguage(), 0)}</span>
          </Text>
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
              {t("upkeep.backup.cancel")}
            </Button>
          )}
        </Group>
      </Stack>
    </Paper>
  );
}
