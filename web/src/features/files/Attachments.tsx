// SPDX-License-Identifier: Apache-2.0
import { Group, NativeSelect, Paper, Skeleton, Stack, Text, Title } from "@mantine/core";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api/client";
import { notice } from "../../components/notices";
import { ProblemAlert } from "../../components/ProblemAlert";
import { currentLanguage } from "../../i18n";
import { AttachmentRow } from "./AttachmentRow";
import { attachmentsKey, attachmentsQuery, type Subject } from "./api";
import { DropZone } from "./DropZone";
import { kOrders, type Order, sorted } from "./rules";
import { TaskRow } from "./TaskRow";
import { useTasks } from "./tasks";
import { Unfinished } from "./Unfinished";

/** The files of a record: seen by whoever sees the record, changed by whoever may change it. */
export function Attachments({ kind, id }: Subject) {
  const { t } = useTranslation();
  const subject = { kind, id };
  const queries = useQueryClient();
  const { data, error, refetch } = useQuery(attachmentsQuery(subject));
  const tasks = useTasks(subject);
  const [order, setOrder] = useState<Order>("name");
  if (error instanceof ApiError && [401, 403, 404].includes(error.status)) return null;
  const heading = `files-${kind}`;
  const mayAdd = data?.actions.includes("create_upload") ?? false;
  const onDone = (of: Subject, name: string) => {
    void queries.invalidateQueries({ queryKey: attachmentsKey(of) });
    notice("teal", t("files.added", { name }));
  };
  return (
    <Paper
      component="section"
      className="panel no-print"
      p={{ base: "md", sm: "lg" }}
      aria-labelledby={heading}
    >
      <Group justify="space-between" mb="sm" gap="sm">
        <Title order={2} size="h3" id={heading}>
          {t("files.title")}
          {data && data.items.length > 0 && ` (${data.items.length})`}
        </Title>
        {data && data.items.length > 1 && (
          <NativeSelect
            aria-label={t("files.order.label")}
            value={order}
            onChange={(event) => setOrder(event.currentTarget.value as Order)}
            data={kOrders.map((value) => ({ value, label: t(`files.order.${value.replace("-", "")}`) }))}
          />
        )}
      </Group>
      {error && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton h={80} />}
      {data && (
        <Stack gap="sm">
          {data.items.length === 0 && tasks.length === 0 && (
            <Text c="dimmed">{t(mayAdd ? "files.none_yet" : "files.none")}</Text>
          )}
          {data.items.length > 0 && (
            <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: "none" }}>
              {sorted(data.items, order, currentLanguage()).map((one) => (
                <AttachmentRow key={one.id} one={one} subject={subject} />
              ))}
            </Stack>
          )}
          {tasks.map((task) => (
            <TaskRow key={task.key} task={task} chunk={data.limits.chunk} onDone={onDone} />
          ))}
          {mayAdd && <Unfinished subject={subject} chunk={data.limits.chunk} tasks={tasks} onDone={onDone} />}
          {mayAdd && <DropZone subject={subject} limits={data.limits} onDone={onDone} />}
        </Stack>
      )}
    </Paper>
  );
}
