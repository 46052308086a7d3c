// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Anchor, Button, Group, Stack, Table, Text, Title, VisuallyHidden } from "@mantine/core";
import { IconChartDots, IconTrash } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../../components/EmptyState";
import { undoNotice } from "../../../components/notices";
import { ProblemAlert } from "../../../components/ProblemAlert";
import type { Plan } from "../api/types";
import { EnsembleStatus } from "../components/EnsembleStatus";
import { TableSkeleton } from "../components/skeletons";
import { formatInstant, formatNumber } from "../lib/format";
import { useLanguage } from "../shell";
import { isMoving, type SweepSummary, sweepList, useDeleteSweep, useRestoreSweep } from "./api";
import { SweepDialog } from "./SweepDialog";

export function useSweepName(): (one: Pick<SweepSummary, "number" | "label" | "kind">) => string {
  const { t } = useTranslation();
  return ({ number, label, kind }) => label || t(`sweep.numbered.${kind}`, { number });
}

/** The sweeps and tornados of a plan. */
export function SweepsSection({ plan, readOnly }: { plan: Plan; readOnly: boolean }) {
  const { t } = useTranslation();
  const [making, setMaking] = useState(false);
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery({
      ...sweepList(plan.id),
      refetchInterval: ({ state }) =>
        state.data?.pages.some(({ items }) => items.some(isMoving)) ? 2000 : false,
    });
  if (isPending) return <TableSkeleton rows={2} />;
  if (error) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  const all = data.pages.flatMap(({ items }) => items);
  const create = readOnly ? null : <Button onClick={() => setMaking(true)}>{t("sweep.create")}</Button>;
  return (
    <Stack component="section" gap="md" aria-labelledby="sweeps">
      <Group justify="space-between">
        <Title order={2} size="h3" id="sweeps">
          {t("sweep.title")}
        </Title>
        {all.length > 0 && create}
      </Group>
      {all.length === 0 ? (
        <EmptyState
          icon={<IconChartDots size={34} />}
          title={t("sweep.none")}
          text={t("sweep.none_text")}
          action={create}
        />
      ) : (
        <Table.ScrollContainer minWidth={560} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
          <Table verticalSpacing="sm">
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t("sweep.label")}</Table.Th>
                <Table.Th>{t("sweep.of")}</Table.Th>
                <Table.Th>{t("plan.ensemble.status")}</Table.Th>
                <Table.Th ta="right">{t("sweep.done")}</Table.Th>
                <Table.Th>{t("plan.ensemble.made")}</Table.Th>
                <Table.Th>
                  <VisuallyHidden>{t("plan.action.delete")}</VisuallyHidden>
                </Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {all.map((one) => (
                <Row key={one.id} one={one} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
      {hasNextPage && (
        <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
          {t("plan.list.more")}
        </Button>
      )}
      {making && <SweepDialog plan={plan} onClose={() => setMaking(false)} />}
    </Stack>
  );
}

function Row({ one }: { one: SweepSummary }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const name = useSweepName()(one);
  const remove = useDeleteSweep(one.plan);
  const restore = useRestoreSweep(one.plan);
  const putAway = () =>
    remove.mutate(one, {
      onSuccess: () =>
        undoNotice({
          id: `sweep-${one.id}`,
          message: t("sweep.deleted", { name }),
          undo: t("plan.action.undo"),
          onUndo: () => restore.mutate(one.id),
        }),
    });
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor component={Link} to={`/energy/sweeps/${one.id}` as string} fw={600}>
          {name}
        </Anchor>
        <Text size="sm" c="dimmed">
          {t(`sweep.kind.${one.kind}`)}
        </Text>
      </Table.Td>
      <Table.Td>{one.scenario_name ?? t("scenario.plan_itself")}</Table.Td>
      <Table.Td>
        <EnsembleStatus status={one.status} />
      </Table.Td>
      <Table.Td ta="right" className="num">
        {`${formatNumber(one.done, language, 6)} / ${formatNumber(one.points, language, 6)}`}
      </Table.Td>
      <Table.Td>{formatInstant(one.created, language)}</Table.Td>
      <Table.Td ta="right">
        {one.actions.includes("delete_sweep") && (
          <ActionIcon
            variant="subtle"
            color="red"
            loading={remove.isPending}
            onClick={putAway}
            aria-label={t("sweep.delete", { name })}
          >
            <IconTrash size={18} aria-hidden />
          </ActionIcon>
        )}
      </Table.Td>
    </Table.Tr>
  );
}
