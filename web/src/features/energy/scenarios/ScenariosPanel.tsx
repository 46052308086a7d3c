// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Button, Card, Group, Stack, Text, Title, Tooltip } from "@mantine/core";
import {
  IconGitBranch,
  IconPencil,
  IconPlayerPlay,
  IconPlus,
  IconSubtask,
  IconTrash,
} from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { problemSentence } from "../../../api/problems";
import { EmptyState } from "../../../components/EmptyState";
import { notice, undoNotice } from "../../../components/notices";
import { ProblemAlert } from "../../../components/ProblemAlert";
import { useCreateRun } from "../api/mutations";
import type { Plan } from "../api/types";
import { useNumberNames, valueText } from "../assumptions/names";
import { FieldErrors, ProblemNote } from "../components/problems";
import { TableSkeleton } from "../components/skeletons";
import { useLanguage } from "../shell";
import { SweepsSection } from "../sweeps/SweepsSection";
import { type Scenario, scenariosQuery, useDeleteScenario, useRestoreScenario } from "./api";
import { ScenarioDialog } from "./ScenarioDialog";
import { treeOf } from "./tree";

/** The scenarios of a plan as a tree, each with its list of differences; below them sweeps and sensitivities. */
export function ScenariosPanel({ plan, readOnly }: { plan: Plan; readOnly: boolean }) {
  const { t } = useTranslation();
  const { data, error, isPending, refetch } = useQuery(scenariosQuery(plan.id));
  const [dialog, setDialog] = useState<{ one?: Scenario; parent?: string } | undefined>();
  if (isPending) return <TableSkeleton rows={3} />;
  if (error) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  const create = readOnly ? null : (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setDialog({})}>
      {t("scenario.create")}
    </Button>
  );
  return (
    <Stack gap="xl">
      <Stack component="section" gap="md" aria-labelledby="scenarios">
        <Group justify="space-between">
          <Title order={2} size="h3" id="scenarios">
            {t("scenario.title")}
          </Title>
          {data.length > 0 && create}
        </Group>
        {data.length === 0 ? (
          <EmptyState
            icon={<IconGitBranch size={34} />}
            title={t("scenario.none")}
            text={t("scenario.none_text")}
            action={create}
          />
        ) : (
          <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: "none" }}>
            {treeOf(data).map(({ one, depth }) => (
              <li key={one.id} style={{ marginInlineStart: Math.min(depth, 4) * 20 }}>
                <One
                  one={one}
                  all={data}
                  readOnly={readOnly}
                  onEdit={() => setDialog({ one })}
                  onChild={() => setDialog({ parent: one.id })}
                />
              </li>
            ))}
          </Stack>
        )}
      </Stack>
      <SweepsSection plan={plan} readOnly={readOnly} />
      {dialog && <ScenarioDialog planId={plan.id} {...dialog} onClose={() => setDialog(undefined)} />}
    </Stack>
  );
}

function One(props: {
  one: Scenario;
  all: Scenario[];
  readOnly: boolean;
  onEdit: () => void;
  onChild: () => void;
}) {
  const { one, all, readOnly } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const { nameOf } = useNumberNames(one.plan);
  const navigate = useNavigate();
  const run = useCreateRun(one.plan);
  const remove = useDeleteScenario(one.plan);
  const restore = useRestoreScenario(one.plan);
  const parent = all.find(({ id }) => id === one.parent)?.name ?? t("scenario.plan_itself");
  const putAway = () =>
    remove.mutate(one, {
      onSuccess: () =>
        undoNotice({
          id: `scenario-${one.id}`,
          message: t("scenario.deleted", { name: one.name }),
          undo: t("plan.action.undo"),
          onUndo: () => restore.mutate(one.id),
        }),
      onError: (problem) => notice("red", problemSentence(t, problem)),
    });
  return (
    <Card withBorder radius="lg" component="article" aria-label={one.name}>
      <Group justify="space-between" align="flex-start" gap="xs">
        <div>
          <Text fw={600}>{one.name}</Text>
          <Text size="sm" c="dimmed">
            {t("scenario.inherits", { parent })}
          </Text>
        </div>
        {readOnly ? null : (
          <Group gap={6}>
            <Button
              size="xs"
              leftSection={<IconPlayerPlay size={16} aria-hidden />}
              loading={run.isPending}
              onClick={() =>
                run.mutate(
                  { label: one.name, key: crypto.randomUUID(), scenario: one.id },
                  {
                    onSuccess: ({ data: made }) => void navigate({ to: `/energy/runs/${made.id}` } as never),
                  },
                )
              }
            >
              {t("scenario.compute")}
            </Button>
            <Tool label={t("scenario.child", { name: one.name })} onClick={props.onChild}>
              <IconSubtask size={18} aria-hidden />
            </Tool>
            {one.actions.includes("replace_scenario") && (
              <Tool label={t("scenario.edit_named", { name: one.name })} onClick={props.onEdit}>
                <IconPencil size={18} aria-hidden />
              </Tool>
            )}
            {one.actions.includes("delete_scenario") && (
              <Tool label={t("scenario.delete", { name: one.name })} onClick={putAway}>
                <IconTrash size={18} aria-hidden />
              </Tool>
            )}
          </Group>
        )}
      </Group>
      {one.description && <Text mt="xs">{one.description}</Text>}
      {run.error ? (
        <Stack gap="xs" mt="xs">
          <ProblemNote error={run.error} />
          <FieldErrors error={run.error} />
        </Stack>
      ) : null}
      {one.changes.length === 0 ? (
        <Text size="sm" c="dimmed" mt="xs">
          {t("scenario.no_changes")}
        </Text>
      ) : (
        <Stack component="ul" gap={2} mt="xs" mb={0} ps="md" aria-label={t("scenario.changes")}>
          {one.changes.map((change) => (
            <Text component="li" size="sm" key={change.at} className="num">
              {change.unit === ""
                ? t("scenario.lost", { at: change.at })
                : t("scenario.difference", {
                    name: nameOf(change),
                    before: valueText(change.before, change.unit, t, language),
                    after: valueText(change.value, change.unit, t, language),
                  })}
            </Text>
          ))}
        </Stack>
      )}
    </Card>
  );
}

function Tool(props: { label: string; onClick: () => void; children: React.ReactNode }) {
  return (
    <Tooltip label={props.label}>
      <ActionIcon variant="default" size={30} aria-label={props.label} onClick={props.onClick}>
        {props.children}
      </ActionIcon>
    </Tooltip>
  );
}
