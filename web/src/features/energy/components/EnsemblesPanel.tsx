// SPDX-License-Identifier: Apache-2.0

import {
  ActionIcon,
  Anchor,
  Button,
  Group,
  Stack,
  Table,
  Text,
  Tooltip,
  VisuallyHidden,
} from "@mantine/core";
import { IconChartHistogram, IconTrash } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../../components/EmptyState";
import { undoNotice } from "../../../components/notices";
import { ProblemAlert } from "../../../components/ProblemAlert";
import { ensembleList, isMoving, useDeleteEnsemble, useRestoreEnsemble } from "../api/ensembles";
import type { EnsembleSummary, Plan } from "../api/types";
import { formatInstant, formatNumber } from "../lib/format";
import { useLanguage } from "../shell";
import { EnsembleDialog } from "./EnsembleDialog";
import { EnsembleStatus, useEnsembleName } from "./EnsembleStatus";
import { TableSkeleton } from "./skeletons";

export function EnsemblesPanel({
  plan,
  readOnly,
  blocked,
}: {
  plan: Plan;
  readOnly: boolean;
  blocked: boolean;
}) {
  const { t } = useTranslation();
  const [making, setMaking] = useState(false);
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery({
      ...ensembleList(plan.id),
      refetchInterval: ({ state }) =>
        state.data?.pages.some(({ items }) => items.some(isMoving)) ? 2000 : false,
    });
  if (isPending) return <TableSkeleton rows={3} />;
  if (error) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  const all = data.pages.flatMap(({ items }) => items);
  const button = readOnly ? null : (
    <Button onClick={() => setMaking(true)} disabled={blocked}>
      {t("plan.ensemble.new")}
    </Button>
  );
  return (
    <Stack gap="md">
      {all.length === 0 ? (
        <EmptyState
          icon={<IconChartHistogram size={34} />}
          title={t("plan.ensemble.empty_title")}
          text={t("plan.ensemble.empty_text")}
          action={button}
        />
      ) : (
        <>
          <Group justify="space-between">
            <Text c="dimmed" maw={640}>
              {t("plan.ensemble.empty_text")}
            </Text>
            {button}
          </Group>
          <Table.ScrollContainer minWidth={560} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
            <Table verticalSpacing="sm">
              <Table.Thead>
                <Table.Tr>
                  <Table.Th>{t("plan.ensemble.name")}</Table.Th>
                  <Table.Th>{t("plan.ensemble.status")}</Table.Th>
                  <Table.Th ta="right">{t("plan.ensemble.samples")}</Table.Th>
                  <Table.Th>{t("plan.ensemble.made")}</Table.Th>
                  <Table.Th>
                    <VisuallyHidden>{t("plan.action.delete")}</VisuallyHidden>
                  </Table.Th>
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {all.map((ensemble) => (
                  <Row key={ensemble.id} ensemble={ensemble} planId={plan.id} />
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
          {hasNextPage ? (
            <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
              {t("plan.list.more")}
            </Button>
          ) : null}
        </>
      )}
      {making ? <EnsembleDialog plan={plan} onClose={() => setMaking(false)} /> : null}
    </Stack>
  );
}

function Row({ ensemble, planId }: { ensemble: EnsembleSummary; planId: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const name = useEnsembleName()(ensemble);
  const remove = useDeleteEnsemble(planId);
  const restore = useRestoreEnsemble(planId);
  const putAway = () =>
    remove.mutate(ensemble.id, {
      onSuccess: () =>
        undoNotice({
          id: `ensemble-${ensemble.id}`,
          message: t("plan.ensemble.deleted", { name }),
          undo: t("plan.action.undo"),
          onUndo: () => restore.mutate(ensemble.id),
        }),
    });
  return (
    <Table.Tr>
      <Table.Td>
        <Anchor component={Link} to={`/energy/ensembles/${ensemble.id}`} fw={600}>
          {name}
        </Anchor>
      </Table.Td>
      <Table.Td>
        <EnsembleStatus status={ensemble.status} />
      </Table.Td>
      <Table.Td ta="right">
        {formatNumber(ensemble.done, language, 6)} / {formatNumber(ensemble.samples, language, 6)}
      </Table.Td>
      <Table.Td>{formatInstant(ensemble.created, language)}</Table.Td>
      <Table.Td ta="right">
        {ensemble.actions.includes("delete_ensemble") ? (
          <Tooltip label={t("plan.action.delete")}>
            <ActionIcon
              variant="subtle"
              color="red"
              loading={remove.isPending}
              onClick={putAway}
              aria-label={t("plan.ensemble.delete", { name })}
            >
              <IconTrash size={18} aria-hidden />
            </ActionIcon>
          </Tooltip>
        ) : null}
      </Table.Td>
    </Table.Tr>
  );
}
