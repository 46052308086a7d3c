// SPDX-License-Identifier: Apache-2.0
import { Anchor, Group } from "@mantine/core";
import { IconArrowBackUp, IconCheck, IconUserShare } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { TFunction } from "i18next";
import type { BulkAction } from "../../components/list/BulkBar";
import type { ListColumn } from "../../components/list/columns";
import { formatInstant } from "../energy/lib/format";
import { FictitiousBadge } from "../people/badges";
import type { RecordReader } from "./api";
import { TaskBadge } from "./TaskState";
import { finish, giveBack, giveTo, reopen, type Task, unfinish, unreopen } from "./tasksApi";

export function taskColumns(t: TFunction, language: "ko" | "en"): ListColumn<Task>[] {
  return [
    {
      key: "title",
      label: t("tasks.field.title"),
      always: true,
      sort: { up: "title", down: "-title" },
      cell: (one) => (
        <Anchor
          component={Link}
          to="."
          search={((before: Record<string, unknown>) => ({ ...before, task: one.id })) as never}
          resetScroll={false}
        >
          {one.title}
        </Anchor>
      ),
    },
    { key: "state", label: t("tasks.field.state"), cell: (one) => <TaskBadge task={one} /> },
    {
      key: "due",
      label: t("tasks.field.due"),
      sort: { up: "due", down: "-due" },
      cell: (one) => <span className="num">{one.due ?? "–"}</span>,
    },
    { key: "owner_name", label: t("tasks.field.owner"), cell: (one) => one.owner_name },
    {
      key: "subject",
      label: t("tasks.field.subject"),
      cell: (one) =>
        one.subject ? (
          <Group gap="xs">
            <Anchor component={Link} to={one.subject.path}>
              {one.subject.title}
            </Anchor>
            {one.subject.fictitious && <FictitiousBadge />}
          </Group>
        ) : (
          "–"
        ),
    },
    { key: "creator_name", label: t("tasks.field.creator"), first: false, cell: (one) => one.creator_name },
    {
      key: "updated",
      label: t("tasks.field.updated"),
      first: false,
      sort: { up: "updated", down: "-updated" },
      cell: (one) => <span className="num">{formatInstant(one.updated, language)}</span>,
    },
    { key: "note", label: t("tasks.field.note"), first: false, cell: (one) => one.note },
  ];
}

/** What is done to many at once; `owner`: to whom they may be given. */
export function bulkActions(t: TFunction, owner: RecordReader | null): BulkAction<Task>[] {
  const actions: BulkAction<Task>[] = [
    {
      key: "finish",
      label: t("tasks.finish"),
      icon: <IconCheck size={18} aria-hidden />,
      can: (one) => one.actions.includes("finish_task"),
      run: finish,
      undo: unfinish,
      done: (number) => t("tasks.bulk.done", { number }),
      undone: (number) => t("tasks.bulk.reopened", { number }),
    },
    {
      key: "reopen",
      label: t("tasks.reopen"),
      icon: <IconArrowBackUp size={18} aria-hidden />,
      can: (one) => one.actions.includes("reopen_task"),
      run: reopen,
      undo: unreopen,
      done: (number) => t("tasks.bulk.reopened", { number }),
      undone: (number) => t("tasks.bulk.done", { number }),
    },
  ];
  if (owner)
    actions.push({
      key: "give",
      label: t("tasks.bulk.move", { owner: owner.name }),
      icon: <IconUserShare size={18} aria-hidden />,
      can: (one) => one.actions.includes("replace_task") && one.owner !== owner.account,
      run: (one) => giveTo(one, owner.account),
      undo: giveBack,
      done: (number) => t("tasks.bulk.moved", { number, owner: owner.name }),
      undone: (number) => t("tasks.bulk.back", { number }),
    });
  return actions;
}
