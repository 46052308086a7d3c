// SPDX-License-Identifier: Apache-2.0
// The year computed anew while a lever moves: what is saved stays as it is, and what is found can be kept as a run.

import { Alert, Button, Card, Grid, Select, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { IconDeviceFloppy } from "@tabler/icons-react";
import { useNavigate } from "@tanstack/react-router";
import { useEffect, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useContentKey } from "../../../api/useContentKey";
import { ProblemAlert } from "../../../components/ProblemAlert";
import { useCreateRun } from "../api/mutations";
import type { Plan, Result } from "../api/types";
import { useLive } from "../api/useLive";
import { labelByName, labelOf } from "../lib/labels";
import { type Lever, leversOf, type Places, variationsOf } from "../lib/levers";
import { useLanguage } from "../shell";
import { ExploreResult, LiveNote } from "./ExploreResult";
import { LeverRow, leverText } from "./LeverRow";
import { FieldErrors, ProblemNote } from "./problems";
import { CardsSkeleton } from "./skeletons";

const kUntouched: Places = { values: {}, technology: null };

export function ExplorePanel({ plan, dirty, blocked }: { plan: Plan; dirty: boolean; blocked: boolean }) {
  const { t } = useTranslation();
  const live = useLive(plan.id);
  const [saved, setSaved] = useState<Result>();
  const [places, setPlaces] = useState(kUntouched);
  const { ask } = live;

  useEffect(() => {
    if (!blocked) ask([], true);
  }, [ask, blocked]);
  const first = live.answer;
  useEffect(() => {
    // The first answer is the plan as it is saved; without one there are still limits to loosen.
    if (first) setSaved((known) => known ?? first.result ?? kNothing);
  }, [first]);

  if (blocked) return <Alert color="orange">{t("plan.explore.blocked")}</Alert>;
  if (!saved)
    return live.error ? (
      <ProblemAlert error={live.error} onRetry={() => ask([], true)} />
    ) : (
      <CardsSkeleton cards={4} />
    );
  const move = (next: Places, settled: boolean) => {
    setPlaces(next);
    ask(variationsOf(next), settled);
  };
  return (
    <Stack gap="lg">
      <Text c="dimmed" maw={720}>
        {t("plan.explore.help")}
      </Text>
      {dirty ? <Alert color="orange">{t("plan.explore.dirty")}</Alert> : null}
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 4 }}>
          <Levers plan={plan} saved={saved} places={places} onMove={move} />
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Stack gap="md">
            <LiveNote live={live} plan={plan} />
            {live.error ? <Refused error={live.error} /> : null}
            {live.answer?.result ? <ExploreResult plan={plan} answer={live.answer} saved={saved} /> : null}
          </Stack>
        </Grid.Col>
      </Grid>
    </Stack>
  );
}

const kNothing = { technologies: [], limits: [], buses: [], conflicts: [] } as unknown as Result;

function Refused({ error }: { error: unknown }) {
  return (
    <Stack gap="xs">
      <ProblemNote error={error} />
      <FieldErrors error={error} />
    </Stack>
  );
}

function Levers({
  plan,
  saved,
  places,
  onMove,
}: {
  plan: Plan;
  saved: Result;
  places: Places;
  onMove: (places: Places, settled: boolean) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const run = useCreateRun(plan.id);
  const { model } = plan;
  const levers = useMemo(() => leversOf(model, saved), [model, saved]);
  const technologies = useMemo(
    () =>
      [...(model.generators ?? []), ...(model.links ?? []), ...(model.stores ?? [])]
        .filter((part) => ("e_nom" in part ? part.e_nom : part.p_nom)?.extendable)
        .map((part) => ({ value: part.name, label: labelOf(part, language) })),
    [model, language],
  );
  const changes = variationsOf(places);
  const keyOf = useContentKey();
  const named = (lever: Lever) => {
    const value = leverText(lever, places.values[lever.id] ?? lever.rest, model.currency, language);
    const name =
      lever.id === "cost"
        ? labelByName(
            [...(model.generators ?? []), ...(model.links ?? []), ...(model.stores ?? [])],
            places.technology ?? "",
            language,
          )
        : t(`plan.explore.lever.${lever.id}`);
    return `${name} ${value}`;
  };
  const keep = () =>
    run.mutate(
      {
        label: levers
          .filter(({ id }) => places.values[id] !== undefined)
          .map(named)
          .join(" · ")
          .slice(0, 200),
        key: keyOf(changes),
        variations: changes,
      },
      { onSuccess: ({ data }) => void navigate({ to: `/energy/runs/${data.id}` } as never) },
    );
  return (
    <Card withBorder radius="lg" component="section" aria-labelledby="explore-levers">
      <Stack gap="lg">
        <Title order={2} size="h4" id="explore-levers">
          {t("plan.explore.levers")}
        </Title>
        {levers.map((lever) => (
          <LeverRow
            key={lever.id}
            lever={lever}
            value={places.values[lever.id]}
            currency={model.currency}
            disabled={lever.id === "cost" && !places.technology}
            onMove={(value, settled) =>
              onMove({ ...places, values: { ...places.values, [lever.id]: value } }, settled)
            }
            onReset={() => {
              const { [lever.id]: _, ...values } = places.values;
              onMove({ ...places, values }, true);
            }}
          >
            {lever.id === "cost" ? (
              <Select
                aria-label={t("plan.explore.technology")}
                placeholder={t("plan.explore.technology")}
                data={technologies}
                value={places.technology}
                searchable
                clearable
                nothingFoundMessage={t("plan.explore.no_technology")}
                onChange={(technology) => {
                  const { cost: _, ...values } = places.values;
                  onMove({ values, technology }, true);
                }}
              />
            ) : null}
          </LeverRow>
        ))}
        <SimpleGrid cols={{ base: 1, xs: 2, md: 1, lg: 2 }} spacing="xs">
          <Button variant="default" disabled={changes.length === 0} onClick={() => onMove(kUntouched, true)}>
            {t("plan.explore.reset")}
          </Button>
          <Button
            leftSection={<IconDeviceFloppy size={18} aria-hidden />}
            disabled={changes.length === 0}
            loading={run.isPending}
            onClick={keep}
          >
            {t("plan.explore.keep")}
          </Button>
        </SimpleGrid>
        {run.error ? <Refused error={run.error} /> : null}
      </Stack>
    </Card>
  );
}
