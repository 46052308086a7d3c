// SPDX-License-Identifier: Apache-2.0

import { ActionIcon, Anchor, Button, Checkbox, Group, Menu, Stack, Table, Text } from "@mantine/core";
import { IconChartBar, IconDots } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../../components/EmptyState";
import { undoNotice } from "../../../components/notices";
import { ProblemAlert } from "../../../components/ProblemAlert";
import { useDeleteRun, useRestoreRun } from "../api/mutations";
import { runList } from "../api/queries";
import type { RunSummary } from "../api/types";
import { formatInstant, formatMoney, formatPercent, formatQuantity } from "../lib/format";
import { useLanguage } from "../shell";
import { RunStatusBadge, useRunName } from "./RunStatusBadge";
import { TableSkeleton } from "./skeletons";

export function RunsPanel({ planId, onCompute }: { planId: string; onCompute?: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const [chosen, setChosen] = useState<string[]>([]);
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery({
      ...runList(planId),
      refetchInterval: ({ state }) =>
        state.data?.pages.some(({ items }) =>
          items.some(({ status }) => status === "queued" || status === "running"),
        )
          ? 3000
          : false,
    });
  const runs = data?.pages.flatMap(({ items }) => items) ?? [];
  if (isPending) return <TableSkeleton rows={4} />;
  if (error) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  if (runs.length === 0) {
    return (
      <EmptyState
        icon={<IconChartBar size={34} />}
        title={t("plan.runs.empty_title")}
        text={t("plan.runs.empty_text")}
        {...(onCompute ? { action: <Button onClick={onCompute}>{t("plan.action.compute")}</Button> } : {})}
      />
    );
  }
  const toggle = (id: string) =>
    setChosen((before) =>
      before.includes(id) ? before.filter((other) => other !== id) : [...before, id].slice(-2),
    );
  const [a, b] = chosen;
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        <Text size="sm" c="dimmed">
          {t("plan.runs.choose_two")}
        </Text>
        <Button
          variant="default"
          disabled={!a || !b}
          onClick={() => void navigate({ to: "/energy/compare", search: { a, b } } as never)}
        >
          {t("plan.runs.compare")}
        </Button>
      </Group>
      <RunsTable planId={planId} runs={runs} chosen={chosen} onToggle={toggle} />
      {hasNextPage ? (
        <Button variant="subtle" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t("plan.list.more")}
        </Button>
      ) : null}
    </Stack>
  );
}

function RunsTable({
  planId,
  runs,
  chosen,
  onToggle,
}: {
  planId: string;
  runs: RunSummary[];
  chosen: string[];
  onToggle: (id: string) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const name = useRunName();
  return (
    <Table.ScrollContainer
      minWidth={760}
      scrollAreaProps={{ viewportProps: { tabIndex: 0, role: "region", "aria-label": t("plan.tab.runs") } }}
    >
      <Table verticalSpacing="sm" highlightOnHover className="panel">
        <Table.Thead>
          <Table.Tr>
            <Table.Th w={44}>
              <span className="visually-hidden">{t("plan.runs.choose")}</span>
            </Table.Th>
            <Table.Th>{t("plan.runs.run")}</Table.Th>
            <Table.Th>{t("plan.runs.status")}</Table.Th>
            <Table.Th ta="right">{t("run.figure.total_cost")}</Table.Th>
            <Table.Th ta="right">{t("run.figure.co2_t")}</Table.Th>
            <Table.Th ta="right">{t("run.figure.renewable_share")}</Table.Th>
            <Table.Th>{t("plan.runs.when")}</Table.Th>
            <Table.Th w={52}>
              <span className="visually-hidden">{t("plan.action.more")}</span>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {runs.map((run) => (
            <Table.Tr key={run.id}>
              <Table.Td>
                <Checkbox
                  aria-label={t("plan.runs.choose_named", { name: name(run) })}
                  checked={chosen.includes(run.id)}
                  disabled={run.status !== "optimal"}
                  onChange={() => onToggle(run.id)}
                />
              </Table.Td>
              <Table.Td>
                <Anchor component={Link} to={`/energy/runs/${run.id}`} fw={600}>
                  {name(run)}
                </Anchor>
                <Text size="xs" c="dimmed">
                  {run.owner_name}
                </Text>
              </Table.Td>
              <Table.Td>
                <RunStatusBadge status={run.status} />
              </Table.Td>
              <Table.Td ta="right" className="num">
                {run.total_cost === undefined
                  ? "–"
                  : `${formatMoney(run.total_cost, run.currency ?? "", language)}/${t("plan.unit.year")}`}
              </Table.Td>
              <Table.Td ta="right" className="num">
                {formatQuantity(run.co2_t, "t", language)}
              </Table.Td>
              <Table.Td ta="right" className="num">
                {formatPercent(run.renewable_share, language)}
              </Table.Td>
              <Table.Td>
                <Text size="sm">{formatInstant(run.created, language)}</Text>
              </Table.Td>
              <Table.Td>
                <RunMenu planId={planId} run={run} />
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}

function RunMenu({ planId, run }: { planId: string; run: RunSummary }) {
  const { t } = useTranslation();
  const name = useRunName();
  const remove = useDeleteRun(planId);
  const restore = useRestoreRun();
  if (!run.actions.includes("delete_run")) return null;
  const onDelete = () =>
    remove.mutate(run.id, {
      onSuccess: () =>
        undoNotice({
          id: `deleted-${run.id}`,
          message: t("plan.runs.deleted", { name: name(run) }),
          undo: t("plan.action.undo"),
          onUndo: () => restore.mutate(run.id),
        }),
    });
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t("plan.action.more_named", { name: name(run) })}
        >
          <IconDots size={18} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item color="red" onClick={onDelete}>
          {t("plan.action.delete")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
