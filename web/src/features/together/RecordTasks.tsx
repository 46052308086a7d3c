// SPDX-License-Identifier: Apache-2.0
import { Anchor, Button, Group, Paper, Skeleton, Stack, Text, Title } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../app/session";
import { ProblemAlert } from "../../components/ProblemAlert";
import type { Subject } from "./api";
import { TaskDialog } from "./TaskDialog";
import { TaskBadge, TaskSwitch } from "./TaskState";
import { taskListQuery } from "./tasksApi";

/** The tasks on a record, for those of the institute. */
export function RecordTasks({ subject }: { subject: Subject }) {
  const may = useMay();
  return may("list_tasks") ? <Section subject={subject} /> : null;
}

function Section({ subject }: { subject: Subject }) {
  const { t } = useTranslation();
  const [making, setMaking] = useState(false);
  const list = useInfiniteQuery(
    taskListQuery({ box: "all", q: "", overdue: false, deleted: false, sort: "due", subject }),
  );
  const found = list.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Paper component="section" className="panel" p={{ base: "md", sm: "lg" }} aria-labelledby="record-tasks">
      <Group justify="space-between" mb="sm">
        <Title order={2} size="h3" id="record-tasks">
          {t("tasks.of_record")}
        </Title>
        <Button
          variant="default"
          leftSection={<IconPlus size={18} aria-hidden />}
          onClick={() => setMaking(true)}
        >
          {t("tasks.new")}
        </Button>
      </Group>
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {list.isPending && <Skeleton h={48} />}
      {list.data && found.length === 0 && <Text c="dimmed">{t("tasks.of_record_none")}</Text>}
      <Stack gap="xs" component="ul" m={0} p={0} style={{ listStyle: "none" }}>
        {found.map((one) => (
          <Group key={one.id} component="li" justify="space-between" gap="xs">
            <Group gap="xs">
              <Anchor component={Link} to="/tasks" search={{ task: one.id } as never}>
                {one.title}
              </Anchor>
              <TaskBadge task={one} />
              <Text size="sm" c="dimmed" className="num">
                {[one.owner_name, one.due].filter(Boolean).join(" · ")}
              </Text>
            </Group>
            <TaskSwitch task={one} compact />
          </Group>
        ))}
      </Stack>
      {making && <TaskDialog subject={subject} onClose={() => setMaking(false)} />}
    </Paper>
  );
}
