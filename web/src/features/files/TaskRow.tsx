// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Progress, Text } from "@mantine/core";
import { IconPlayerPause, IconPlayerPlay, IconX } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api/client";
import { problemSentence, sentence } from "../../api/problems";
import { currentLanguage } from "../../i18n";
import type { Subject } from "./api";
import { sizeText } from "./rules";
import { cancelTask, pauseTask, resumeTask, type Task } from "./tasks";

/** Why it stopped: what was found in the file, or what was refused. */
function reason(t: ReturnType<typeof useTranslation>["t"], error: unknown): string {
  if (error instanceof TypeError) return t("error.offline");
  const first = error instanceof ApiError ? error.problem.errors[0] : undefined;
  return first ? sentence(t, first) : problemSentence(t, error);
}

/** A file on its way up: how far it is, and what can be done about it. */
export function TaskRow(props: {
  task: Task;
  chunk: number;
  onDone: (subject: Subject, name: string) => void;
}) {
  const { t } = useTranslation();
  const { task, chunk, onDone } = props;
  const { file, state } = task;
  const percent = Math.floor((100 * task.received) / file.size);
  const running = state === "sending" || state === "waiting";
  const language = currentLanguage();
  return (
    <section aria-label={t("files.task.name", { name: file.name })}>
      <Group justify="space-between" gap="sm">
        <Text style={{ overflowWrap: "anywhere", flex: "1 1 200px" }}>{file.name}</Text>
        <Group gap="xs">
          {running && (
            <Button
              size="compact-md"
              variant="default"
              leftSection={<IconPlayerPause size={16} aria-hidden />}
              aria-label={t("files.task.pause_named", { name: file.name })}
              onClick={() => pauseTask(task.key)}
            >
              {t("files.task.pause")}
            </Button>
          )}
          {!running && (
            <Button
              size="compact-md"
              variant="default"
              leftSection={<IconPlayerPlay size={16} aria-hidden />}
              aria-label={t(state === "failed" ? "files.task.again_named" : "files.task.resume_named", {
                name: file.name,
              })}
              onClick={() => resumeTask(task.key, chunk, onDone)}
            >
              {t(state === "failed" ? "files.task.again" : "files.task.resume")}
            </Button>
          )}
          <Button
            size="compact-md"
            variant="subtle"
            leftSection={<IconX size={16} aria-hidden />}
            aria-label={t("files.task.cancel_named", { name: file.name })}
            onClick={() => void cancelTask(task.key)}
          >
            {t("common.cancel")}
          </Button>
        </Group>
      </Group>
      <Progress
        value={percent}
        mt={4}
        color={state === "failed" ? "red" : undefined}
        aria-label={t("files.task.progress", { name: file.name })}
      />
      <Text size="sm" c={state === "failed" ? "var(--mantine-color-error)" : "dimmed"} role="status" mt={2}>
        {state === "failed"
          ? reason(t, task.error)
          : t(`files.task.${state}`, {
              percent,
              received: sizeText(task.received, language),
              size: sizeText(file.size, language),
            })}
      </Text>
    </section>
  );
}
