// SPDX-License-Identifier: Apache-2.0
import { Alert, Anchor, Button, Group, Modal, SimpleGrid, Skeleton, Stack, Text } from "@mantine/core";
import { IconPencil, IconTrash } from "@tabler/icons-react";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api/client";
import { problemSentence } from "../../api/problems";
import { notice, undoNotice } from "../../components/notices";
import { ProblemAlert } from "../../components/ProblemAlert";
import { currentLanguage } from "../../i18n";
import { formatInstant } from "../energy/lib/format";
import { History } from "../oversight/History";
import { Fact } from "../people/Fact";
import { TaskDialog } from "./TaskDialog";
import { TaskBadge, TaskSwitch } from "./TaskState";
import { bringBack, putAway, type Task, taskHistoryQuery, taskQuery, useTaskChange } from "./tasksApi";

/** A task with all that is known of it, over the list. */
export function TaskDetail({ id, onClose }: { id: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { data: one, error, refetch } = useQuery(taskQuery(id));
  const [editing, setEditing] = useState(false);
  const gone = error instanceof ApiError && error.status === 404;
  if (one && editing) return <TaskDialog task={one} onClose={() => setEditing(false)} />;
  return (
    <Modal
      opened
      onClose={onClose}
      size="lg"
      title={one?.title ?? t("tasks.title")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      {gone && <Alert color="gray">{t("tasks.gone")}</Alert>}
      {!gone && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!one && !error && <Skeleton h={200} />}
      {one && !gone && <Content task={one} onEdit={() => setEditing(true)} onClose={onClose} />}
    </Modal>
  );
}

function Content({ task: one, onEdit, onClose }: { task: Task; onEdit: () => void; onClose: () => void }) {
  const { t } = useTranslation();
  const language = currentLanguage();
  const history = useInfiniteQuery(taskHistoryQuery(one.id));
  const people = new Map([
    [one.owner, one.owner_name],
    [one.creator, one.creator_name],
  ]);
  return (
    <Stack gap="lg">
      <Group gap="xs">
        <TaskSwitch task={one} />
        {one.actions.includes("replace_task") && (
          <Button variant="default" leftSection={<IconPencil size={18} aria-hidden />} onClick={onEdit}>
            {t("tasks.edit")}
          </Button>
        )}
        {one.actions.includes("delete_task") && <PutAway task={one} onDone={onClose} />}
      </Group>
      <SimpleGrid cols={{ base: 1, sm: 2 }} component="dl" m={0}>
        <Fact label={t("tasks.field.state")}>
          <Group gap="xs">
            <TaskBadge task={one} />
            {one.done_by_name && <span>{t("tasks.who_done", { name: one.done_by_name })}</span>}
          </Group>
        </Fact>
        <Fact label={t("tasks.field.due")}>
          <span className="num">{one.due ?? "–"}</span>
        </Fact>
        <Fact label={t("tasks.field.owner")}>{one.owner_name}</Fact>
        <Fact label={t("tasks.field.creator")}>{one.creator_name}</Fact>
        <Fact label={t("tasks.field.subject")}>
          {one.subject ? (
            <Anchor component={Link} to={one.subject.path}>
              {one.subject.title}
            </Anchor>
          ) : (
            "–"
          )}
        </Fact>
        <Fact label={t("tasks.field.updated")}>{formatInstant(one.updated, language)}</Fact>
      </SimpleGrid>
      {one.note && <Text style={{ whiteSpace: "pre-wrap", overflowWrap: "anywhere" }}>{one.note}</Text>}
      <History query={history} people={people} />
    </Stack>
  );
}

function PutAway({ task: one, onDone }: { task: Task; onDone: () => void }) {
  const { t } = useTranslation();
  const remove = useTaskChange(putAway);
  const restore = useTaskChange(bringBack);
  const fail = (error: unknown) => notice("red", problemSentence(t, error));
  const press = () =>
    void remove
      .mutateAsync(one)
      .then(() => {
        onDone();
        undoNotice({
          id: `task-deleted-${one.id}`,
          message: t("tasks.deleted", { title: one.title }),
          undo: t("list.undo"),
          onUndo: () =>
            restore
              .mutateAsync(one)
              .then(() => notice("teal", t("tasks.restored", { title: one.title })))
              .catch(fail),
        });
      })
      .catch(fail);
  return (
    <Button
      variant="default"
      leftSection={<IconTrash size={18} aria-hidden />}
      loading={remove.isPending}
      onClick={press}
    >
      {t("tasks.delete")}
    </Button>
  );
}
