// SPDX-License-Identifier: Apache-2.0

import {
  ActionIcon,
  Anchor,
  Badge,
  Button,
  Card,
  Group,
  Menu,
  SegmentedControl,
  Select,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
  Title,
} from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconDots, IconPlus, IconRoute, IconSearch, IconTrash } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../../components/EmptyState";
import { undoNotice } from "../../../components/notices";
import { PageHeader } from "../../../components/PageHeader";
import { ProblemAlert } from "../../../components/ProblemAlert";
import { useDeletePlan, useRestorePlan } from "../api/mutations";
import { type PlanSort, planList } from "../api/queries";
import type { PlanSummary } from "../api/types";
import { NewPlanDialog } from "../components/NewPlanDialog";
import { RunStatusBadge } from "../components/RunStatusBadge";
import { CardsSkeleton } from "../components/skeletons";
import { EnergyTabs } from "../EnergyTabs";
import { formatInstant, formatMoney, formatNumber, formatPercent, formatQuantity } from "../lib/format";
import { text, useLanguage, useUrlState } from "../shell";

const kSorts: PlanSort[] = ["-updated", "updated", "name", "-name"];

export function PlansPage() {
  const { t } = useTranslation();
  const [search, update] = useUrlState();
  const q = text(search.q) ?? "";
  const deleted = search.view === "deleted";
  const sort = kSorts.find((known) => known === search.sort) ?? "-updated";
  const { data, error, isPending, refetch, hasNextPage, fetchNextPage, isFetchingNextPage } =
    useInfiniteQuery(planList({ q, sort, deleted }));
  const plans = data?.pages.flatMap(({ items }) => items) ?? [];
  const copied = plans.find(({ id }) => id === text(search.copy));
  const isNew = search.new !== undefined || copied !== undefined;
  useDeletedNotice(text(search.deleted), () => update({ deleted: undefined }));

  return (
    <>
      <PageHeader
        title={t("plan.list.title")}
        description={t("plan.list.description")}
        actions={
          <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => update({ new: 1 })}>
            {t("plan.new.title")}
          </Button>
        }
      />
      <EnergyTabs />
      <Filters q={q} sort={sort} deleted={deleted} update={update} />
      {error ? <ProblemAlert error={error} onRetry={() => void refetch()} /> : null}
      {isPending ? <CardsSkeleton cards={3} height={220} /> : null}
      {data && plans.length === 0 ? (
        <Nothing
          q={q}
          deleted={deleted}
          onNew={() => update({ new: 1 })}
          onClear={() => update({ q: undefined })}
        />
      ) : null}
      <SimpleGrid cols={{ base: 1, sm: 2, xl: 3 }} spacing="lg">
        {plans.map((plan) => (
          <PlanCard key={plan.id} plan={plan} deleted={deleted} onCopy={() => update({ copy: plan.id })} />
        ))}
      </SimpleGrid>
      {hasNextPage ? (
        <Group justify="center" mt="lg">
          <Button variant="default" loading={isFetchingNextPage} onClick={() => void fetchNextPage()}>
            {t("plan.list.more")}
          </Button>
        </Group>
      ) : null}
      {isNew ? (
        <NewPlanDialog
          {...(copied ? { copyOf: copied } : {})}
          onClose={() => update({ new: undefined, copy: undefined })}
        />
      ) : null}
    </>
  );
}

function Filters({
  q,
  sort,
  deleted,
  update,
}: {
  q: string;
  sort: PlanSort;
  deleted: boolean;
  update: (patch: Record<string, unknown>) => void;
}) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState(q);
  const later = useDebouncedCallback((next: string) => update({ q: next || undefined }), 250);
  useEffect(() => setTyped(q), [q]);
  return (
    <Group gap="sm" mb="lg" align="flex-end">
      <TextInput
        style={{ flex: "1 1 240px" }}
        type="search"
        label={t("plan.list.search")}
        leftSection={<IconSearch size={18} aria-hidden />}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          later(event.currentTarget.value);
        }}
      />
      <Select
        label={t("plan.list.sort")}
        w={200}
        allowDeselect={false}
        value={sort}
        onChange={(next) => update({ sort: next === "-updated" ? undefined : next })}
        data={kSorts.map((value) => ({
          value,
          label: t(`plan.sort.${value.startsWith("-") ? `${value.slice(1)}_down` : value}`),
        }))}
      />
      <SegmentedControl
        aria-label={t("plan.list.which")}
        value={deleted ? "deleted" : "current"}
        onChange={(next) => update({ view: next === "deleted" ? "deleted" : undefined })}
        data={[
          { value: "current", label: t("plan.list.current") },
          { value: "deleted", label: t("plan.list.deleted") },
        ]}
      />
    </Group>
  );
}

function Nothing({
  q,
  deleted,
  onNew,
  onClear,
}: {
  q: string;
  deleted: boolean;
  onNew: () => void;
  onClear: () => void;
}) {
  const { t } = useTranslation();
  if (q) {
    const clear = (
      <Button variant="default" onClick={onClear}>
        {t("plan.list.clear")}
      </Button>
    );
    return (
      <EmptyState
        icon={<IconSearch size={32} />}
        title={t("plan.list.no_match", { q })}
        text={t("plan.list.no_match_text")}
        action={clear}
      />
    );
  }
  if (deleted)
    return (
      <EmptyState
        icon={<IconTrash size={32} />}
        title={t("plan.list.no_deleted")}
        text={t("plan.list.no_deleted_text")}
      />
    );
  return (
    <EmptyState
      icon={<IconRoute size={34} />}
      title={t("plan.list.empty_title")}
      text={t("plan.list.empty_text")}
      action={<Button onClick={onNew}>{t("plan.new.title")}</Button>}
    />
  );
}

function PlanCard({ plan, deleted, onCopy }: { plan: PlanSummary; deleted: boolean; onCopy: () => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const restore = useRestorePlan();
  const run = plan.last_run;
  return (
    <Card component="article" withBorder radius="lg" padding="lg" aria-label={plan.name}>
      <Stack gap="sm" h="100%">
        <Group justify="space-between" align="flex-start" wrap="nowrap">
          <Title order={2} size="h4">
            {deleted ? (
              plan.name
            ) : (
              <Anchor component={Link} to={`/energy/plans/${plan.id}`} inherit>
                {plan.name}
              </Anchor>
            )}
          </Title>
          {deleted ? null : <CardMenu plan={plan} onCopy={onCopy} />}
        </Group>
        <Group gap={6}>
          {plan.example ? <Badge variant="light">{t("plan.badge.example")}</Badge> : null}
          <Badge variant="outline" color="gray" c="dimmed">
            {t("plan.list.periods", { count: formatNumber(plan.periods, language, 6) })}
          </Badge>
        </Group>
        <Text size="sm" c="dimmed" lineClamp={3} style={{ flex: 1 }}>
          {plan.description || t("plan.list.no_description")}
        </Text>
        {run && !deleted ? (
          <Group gap="xs" align="center">
            <RunStatusBadge status={run.status} />
            {run.total_cost === undefined ? null : (
              <Text size="sm" className="num">
                {formatMoney(run.total_cost, run.currency ?? "", language)}/{t("plan.unit.year")} ·{" "}
                {formatQuantity(run.co2_t, "t", language)} CO₂ ·{" "}
                {t("plan.list.renewable", { share: formatPercent(run.renewable_share, language, 0) })}
              </Text>
            )}
          </Group>
        ) : null}
        <Group justify="space-between">
          <Text size="xs" c="dimmed">
            {t("plan.list.by", {
              owner: plan.owner_name,
              when: formatInstant(deleted ? plan.deleted : plan.updated, language),
              count: plan.runs,
            })}
          </Text>
          {deleted && plan.actions.includes("restore_plan") ? (
            <Button
              size="xs"
              variant="default"
              loading={restore.isPending}
              onClick={() => restore.mutate(plan.id)}
            >
              {t("plan.action.restore")}
            </Button>
          ) : null}
        </Group>
      </Stack>
    </Card>
  );
}

function CardMenu({ plan, onCopy }: { plan: PlanSummary; onCopy: () => void }) {
  const { t } = useTranslation();
  const remove = useDeletePlan();
  const [, update] = useUrlState();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={t("plan.action.more_named", { name: plan.name })}
        >
          <IconDots size={20} aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onCopy}>{t("plan.action.copy")}</Menu.Item>
        {plan.actions.includes("delete_plan") ? (
          <Menu.Item
            color="red"
            onClick={() => remove.mutate(plan.id, { onSuccess: () => update({ deleted: plan.id }) })}
          >
            {t("plan.action.delete")}
          </Menu.Item>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  );
}

/// Says that a plan was put away, and takes it back on request.
function useDeletedNotice(id: string | undefined, onShown: () => void) {
  const { t } = useTranslation();
  const restore = useRestorePlan();
  // biome-ignore lint/correctness/useExhaustiveDependencies: shown once for each plan that was put away
  useEffect(() => {
    if (!id) return;
    onShown();
    undoNotice({
      id: `deleted-${id}`,
      message: t("plan.list.was_deleted"),
      undo: t("plan.action.undo"),
      onUndo: () => restore.mutate(id),
    });
  }, [id]);
}
