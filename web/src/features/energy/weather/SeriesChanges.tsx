// SPDX-License-Identifier: Apache-2.0
import { Badge, Button, Card, Group, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { notice } from "../../../components/notices";
import type { Plan } from "../api/types";
import { ProblemNote } from "../components/problems";
import { formatInstant } from "../lib/format";
import { useLanguage } from "../shell";
import { type SeriesChange, seriesChangesQuery, useUndoSeriesChange } from "./api";
import { Comparison } from "./Comparison";

/** What was made of weather files, newest first; each can be undone while no series has other values. */
export function SeriesChanges(props: {
  plan: Plan;
  etag: string;
  blocked: boolean;
  onSaved: (plan: Plan) => void;
}) {
  const { t } = useTranslation();
  const { data: changes, error } = useQuery(seriesChangesQuery(props.plan.id));
  if (error) return <ProblemNote error={error} />;
  if (!changes || changes.length === 0) return null;
  return (
    <Stack gap="sm" component="section" aria-label={t("plan.weather.changes")}>
      <Title order={2} size="h4">
        {t("plan.weather.changes")}
      </Title>
      {changes.map((change, index) => (
        <OneChange key={change.id} {...props} change={change} number={changes.length - index} />
      ))}
    </Stack>
  );
}

function OneChange(props: {
  plan: Plan;
  etag: string;
  blocked: boolean;
  onSaved: (plan: Plan) => void;
  change: SeriesChange;
  number: number;
}) {
  const { plan, change } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const undo = useUndoSeriesChange(plan.id);
  const take = () =>
    undo.mutate(
      { id: change.id, etag: props.etag },
      {
        onSuccess: ({ data: saved }) => {
          notice("teal", t("plan.weather.undone_now"));
          props.onSaved(saved);
        },
      },
    );
  return (
    <Card withBorder component="article" aria-label={`${props.number}. ${change.file}`}>
      <Stack gap="xs">
        <Group justify="space-between" align="flex-start">
          <Text fw={600} style={{ overflowWrap: "anywhere" }}>
            {change.file} · {change.place}
          </Text>
          {change.undone ? (
            <Badge color="gray" variant="light">
              {t("plan.weather.undone")}
            </Badge>
          ) : null}
        </Group>
        <Text size="sm">{t("plan.weather.why", { reason: change.reason })}</Text>
        <Text size="sm" c="dimmed">
          {t("plan.weather.who", { name: change.changed_by, at: formatInstant(change.created, language) })}
          {change.undone
            ? ` ${t("plan.weather.undone_who", { name: change.undone_by, at: formatInstant(change.undone, language) })}`
            : null}
        </Text>
        <Comparison
          series={change.series}
          hoursPerPeriod={plan.model.time.hours_per_period ?? 1}
          caption={t("plan.weather.comparison_of", { number: props.number, file: change.file })}
        />
        {undo.error ? <ProblemNote error={undo.error} /> : null}
        {change.actions.includes("undo_series_change") ? (
          <Group>
            <Button
              size="compact-sm"
              variant="default"
              disabled={props.blocked}
              loading={undo.isPending}
              aria-label={t("plan.weather.undo_named", { file: change.file })}
              onClick={take}
            >
              {t("plan.action.undo")}
            </Button>
          </Group>
        ) : null}
      </Stack>
    </Card>
  );
}
