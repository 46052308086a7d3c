// SPDX-License-Identifier: Apache-2.0
import { Anchor, Card, Grid, Group, Stack, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { RecordTogether } from "../../together/RecordTogether";
import { runQuery } from "../api/queries";
import type { FieldError, Network, Plan } from "../api/types";
import { formatInstant, formatMoney, formatNumber, formatPercent, formatQuantity } from "../lib/format";
import { useLanguage } from "../shell";
import { FindingsList } from "./FindingsList";
import { RunStatusBadge, useRunName } from "./RunStatusBadge";
import { SystemDiagram } from "./SystemDiagram";

export function PlanOverview({
  plan,
  model,
  findings,
}: {
  plan: Plan;
  model: Network;
  findings: FieldError[];
}) {
  const { t } = useTranslation();
  return (
    <Stack gap="lg">
      <FindingsList planId={plan.id} model={model} findings={findings} />
      <Grid gap="lg">
        <Grid.Col span={{ base: 12, md: 4 }}>
          <Card withBorder radius="lg" h="100%" component="section" aria-labelledby="overview-facts">
            <Title order={2} size="h4" id="overview-facts" mb="xs">
              {t("plan.overview.facts")}
            </Title>
            <Facts plan={plan} model={model} />
          </Card>
        </Grid.Col>
        <Grid.Col span={{ base: 12, md: 8 }}>
          <Card withBorder radius="lg" h="100%" component="section" aria-labelledby="overview-system">
            <Title order={2} size="h4" id="overview-system">
              {t("plan.overview.system")}
            </Title>
            <Text size="sm" c="dimmed" mb="md">
              {t("plan.overview.system_help")}
            </Text>
            {model.buses.length === 0 ? (
              <Text>{t("plan.empty.buses")}</Text>
            ) : (
              <SystemDiagram model={model} />
            )}
          </Card>
        </Grid.Col>
      </Grid>
      <LastRun plan={plan} />
      {plan.deleted === undefined && <RecordTogether kind="plan" id={plan.id} />}
    </Stack>
  );
}

function Facts({ plan, model }: { plan: Plan; model: Network }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const hours = model.time.periods * (model.time.hours_per_period ?? 1);
  const { generator_weight } = model.time;
  const weight = typeof generator_weight === "number" ? generator_weight : 1;
  const demand = (model.loads ?? []).reduce((sum, { annual_mwh, growth, p_mw }) => {
    const series =
      typeof p_mw === "string"
        ? plan.series.find(({ name }) => name === p_mw)?.sum
        : p_mw * model.time.periods;
    return sum + (annual_mwh ?? (series ?? 0) * (model.time.hours_per_period ?? 1) * weight) * (growth ?? 1);
  }, 0);
  const synthetic = (model.series ?? []).filter(({ origin }) => origin === "synthetic").length;
  const facts: [string, string][] = [
    [
      t("plan.fact.time"),
      t("plan.fact.time_value", {
        start: model.time.start.replace("T", " "),
        hours: formatNumber(hours, language, 6),
        zone: model.time.time_zone,
      }),
    ],
    [t("plan.fact.demand"), `${formatQuantity(demand, "MWh", language)}/${t("plan.unit.year")}`],
    [t("plan.fact.discount"), formatPercent(model.discount_rate, language)],
    [t("plan.fact.money"), t("plan.badge.money", { currency: model.currency, year: model.price_year })],
    [t("plan.fact.series"), t("plan.fact.series_value", { count: (model.series ?? []).length, synthetic })],
    [t("plan.fact.owner"), plan.owner_name],
    [t("plan.fact.updated"), formatInstant(plan.updated, language)],
  ];
  return (
    <dl style={{ margin: 0, display: "grid", gap: 10 }}>
      {facts.map(([name, value]) => (
        <div key={name}>
          <Text component="dt" size="sm" c="dimmed">
            {name}
          </Text>
          <Text component="dd" m={0} fw={500}>
            {value}
          </Text>
        </div>
      ))}
    </dl>
  );
}

function LastRun({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const name = useRunName();
  const last = plan.last_run;
  const { data } = useQuery({ ...runQuery(last?.id ?? ""), enabled: last !== undefined });
  const run = data?.value ?? last;
  if (!run) return null;
  return (
    <Card withBorder radius="lg" component="section" aria-labelledby="overview-last">
      <Group justify="space-between" mb="xs">
        <Title order={2} size="h4" id="overview-last">
          {t("plan.overview.last_run")}
        </Title>
        <RunStatusBadge status={run.status} />
      </Group>
      <Group gap="xl">
        <Anchor component={Link} to={`/energy/runs/${run.id}`} fw={600}>
          {name(run)}
        </Anchor>
        {run.total_cost === undefined ? null : (
          <Text className="num">
            {t("run.figure.total_cost")}{" "}
            <b>{formatMoney(run.total_cost, run.currency ?? plan.model.currency, language)}</b>/
            {t("plan.unit.year")}
          </Text>
        )}
        {run.co2_t === undefined ? null : (
          <Text className="num">
            {t("run.figure.co2_t")} <b>{formatQuantity(run.co2_t, "t", language)}</b>
          </Text>
        )}
        {run.renewable_share === undefined ? null : (
          <Text className="num">
            {t("run.figure.renewable_share")} <b>{formatPercent(run.renewable_share, language)}</b>
          </Text>
        )}
      </Group>
    </Card>
  );
}
