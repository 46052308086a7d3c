// SPDX-License-Identifier: Apache-2.0
import { Badge, Button } from "@mantine/core";
import { IconArrowBackUp, IconCheck } from "@tabler/icons-react";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { problemSentence } from "../../api/problems";
import { notice, undoNotice } from "../../components/notices";
import { finish, reopen, type Task, unfinish, unreopen, useTaskChange } from "./tasksApi";

/** The day in Korea, as the server counts what is overdue. */
export const today = () => new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Seoul" }).format(new Date());

export function stateOf({ done, overdue, due }: Task): "done" | "overdue" | "today" | "open" {
  if (done) return "done";
  if (overdue) return "overdue";
  return due === today() ? "today" : "open";
}

const kColours = { done: "teal", overdue: "red", today: "gam", open: "gray" } as const;

export function TaskBadge({ task }: { task: Task }) {
  const { t } = useTranslation();
  const state = stateOf(task);
  return (
    <Badge
      variant={state === "overdue" ? "outline" : "light"}
      color={kColours[state]}
      {...(state === "overdue" && { c: "var(--mantine-color-error)" })}
    >
      {t(`tasks.state.${state}`)}
    </Badge>
  );
}

const fail = (t: TFunction) => (error: unknown) => notice("red", problemSentence(t, error));

/** Marks a task done, or opens it again; either can be taken back. */
export function TaskSwitch({ task: one, compact = false }: { task: Task; compact?: boolean }) {
  const { t } = useTranslation();
  const change = useTaskChange((act: (task: Task) => Promise<Task>) => act(one));
  const may = one.actions.includes(one.done ? "reopen_task" : "finish_task");
  if (!may) return null;
  const press = () =>
    void change
      .mutateAsync(one.done ? reopen : finish)
      .then((now) =>
        undoNotice({
          id: `task-${one.id}-${now.version}`,
          message: t(now.done ? "tasks.finished" : "tasks.reopened", { title: one.title }),
          undo: t("list.undo"),
          onUndo: () => change.mutateAsync(now.done ? unfinish : unreopen).catch(fail(t)),
        }),
      )
      .catch(fail(t));
  return (
    <Button
      variant={one.done ? "default" : "light"}
      {...(compact && { size: "compact-md" })}
      loading={change.isPending}
      leftSection={one.done ? <IconArrowBackUp size={18} aria-hidden /> : <IconCheck size={18} aria-hidden />}
      aria-label={t(one.done ? "tasks.reopen_one" : "tasks.finish_one", { title: one.title })}
      onClick={press}
    >
      {t(one.done ? "tasks.reopen" : "tasks.finish")}
    </Button>
  );
}
