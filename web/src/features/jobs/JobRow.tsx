// SPDX-License-Identifier: Apache-2.0

import { Anchor, Badge, Button, Group, Progress, Stack, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { problemSentence, sentence } from "../../api/problems";
import { notice } from "../../components/notices";
import { currentLanguage } from "../../i18n";
import { formatDuration, formatInstant } from "../energy/lib/format";
import { isActive, type Job, type JobState, useJobAction } from "./api";

const kColours: Record<JobState, string> = {
  queued: "gray",
  running: "jjok",
  done: "teal",
  failed: "red",
  cancelled: "gray",
  interrupted: "gam",
};

/** Where the page shows what a job works for. */
const kPages: Record<Job["kind"], string> = {
  plan_run: "/energy/runs/",
  ensemble: "/energy/ensembles/",
  sweep: "/energy/sweeps/",
  import_check: "/imports/",
  import_write: "/imports/",
  import_undo: "/imports/",
  backup_create: "/upkeep",
  backup_drill: "/upkeep",
};

function seconds({ started, finished }: Job): number | undefined {
  return started && finished ? (Date.parse(finished) - Date.parse(started)) / 1000 : undefined;
}

/** One job: whose work it is, how far it is, what can be done about it. */
export function JobRow({ job, brief = false }: { job: Job; brief?: boolean }) {
  const { t } = useTranslation();
  const language = currentLanguage();
  const act = useJobAction();
  const ofBackup = job.kind === "backup_create" || job.kind === "backup_drill";
  const name = job.subject_name || t(ofBackup ? `jobs.kind.${job.kind}` : "jobs.subject");
  const took = seconds(job);
  const stage = job.stage ? t(`stage.${job.stage}`, { ...job.details, defaultValue: "" }) : "";
  const run = (action: "cancel" | "retry") =>
    act.mutate(
      { id: job.id, action },
      {
        onSuccess: () => notice("teal", t(action === "cancel" ? "jobs.cancel_asked" : "jobs.retried")),
        onError: (error) => notice("red", problemSentence(t, error)),
      },
    );
  return (
    <Stack gap={8} component="article" aria-label={name}>
      <Group justify="space-between" gap="sm" wrap="wrap">
        <Group gap="sm" style={{ flex: "1 1 240px", minWidth: 0 }}>
          {ofBackup ? (
            <Anchor component={Link} to="/upkeep" search={{ tab: "backups" } as never} fw={700}>
              {name}
            </Anchor>
          ) : job.subject ? (
            <Anchor component={Link} to={`${kPages[job.kind]}${job.subject}`} fw={700}>
              {name}
            </Anchor>
          ) : (
            <Text fw={700}>{name}</Text>
          )}
          <Badge variant="light" color={kColours[job.state]} radius="sm" tt="none">
            {t(`jobs.state.${job.state}`)}
          </Badge>
        </Group>
        <Group gap="xs" className="no-print">
          {job.actions.includes("cancel_job") && isActive(job) && (
            <Button size="compact-md" variant="default" onClick={() => run("cancel")} loading={act.isPending}>
              {t("jobs.cancel")}
            </Button>
          )}
          {job.actions.includes("retry_job") && !isActive(job) && job.state !== "done" && (
            <Button size="compact-md" variant="light" onClick={() => run("retry")} loading={act.isPending}>
              {t("jobs.retry")}
            </Button>
          )}
        </Group>
      </Group>
      {isActive(job) && (
        <Group gap="sm" wrap="nowrap">
          <Progress
            value={job.progress * 100}
            animated={job.state === "running"}
            size="lg"
            radius="xl"
            style={{ flex: 1 }}
            aria-label={t("jobs.progress", { name })}
          />
          <Text size="sm" className="num" w={44} ta="right">
            {Math.round(job.progress * 100)}%
          </Text>
        </Group>
      )}
      {job.state === "failed" && job.error && (
        <Text size="sm" c="var(--mantine-color-error)">
          {sentence(t, job.error)}
        </Text>
      )}
      <Group gap="md">
        {isActive(job) && stage && <Text size="sm">{stage}</Text>}
        {!brief && (
          <>
            <Text size="sm" c="dimmed">
              {t(`jobs.kind.${job.kind}`)}
            </Text>
            <Text size="sm" c="dimmed">
              {t("jobs.created", { when: formatInstant(job.created, language) })}
            </Text>
            {took !== undefined && (
              <Text size="sm" c="dimmed">
                {t("jobs.took", { time: formatDuration(took, language) })}
              </Text>
            )}
            {job.attempts > 1 && (
              <Text size="sm" c="dimmed">
                {t("jobs.attempts", { count: job.attempts })}
              </Text>
            )}
          </>
        )}
      </Group>
    </Stack>
  );
}
