// SPDX-License-Identifier: Apache-2.0
// The answer beside what is saved: four figures with their difference, capacities, and the price of every hour.

import { Alert, Badge, Card, Group, Loader, SimpleGrid, Stack, Text, VisuallyHidden } from "@mantine/core";
import { IconCertificate, IconCertificateOff } from "@tabler/icons-react";
import { memo, useDeferredValue, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Chart } from "../../../components/chart/Chart";
import type { Plan, Result, WhatIfAnswer } from "../api/types";
import type { Live } from "../api/useLive";
import { durationOption } from "../charts/curves";
import { fileName } from "../lib/download";
import {
  formatDuration,
  formatMoney,
  formatPercent,
  formatQuantity,
  formatRate,
  formatSigned,
  formatTiny,
} from "../lib/format";
import { labelByName } from "../lib/labels";
import { useChartTheme, useLanguage } from "../shell";
import { Capacities, Panel, StoreCapacities } from "./CapacityCharts";
import { Conflicts } from "./Conflicts";
import { Figure } from "./Headline";
import { ResultsContext } from "./results";

/// Share of demand that stays unserved from which a reader must know.
const kNoticeable = 1e-4;

/// Whether the answer stands, how good it is proved to be, and how long it took.
export function LiveNote({ live, plan }: { live: Live; plan: Plan }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { answer, busy, latency } = live;
  if (!answer) return null;
  const gap = answer.result?.certificate?.gap;
  const cost = formatMoney(answer.result?.total_cost, plan.model.currency, language);
  const said =
    answer.status === "optimal"
      ? t("plan.explore.announce", { cost })
      : t(`plan.explore.status.${answer.status}`);
  const proved = answer.status === "optimal";
  const Mark = proved ? IconCertificate : IconCertificateOff;
  return (
    <>
      <Card withBorder radius="lg" padding="sm" data-live={busy ? "busy" : "settled"}>
        <Group gap="sm" wrap="nowrap" align="center" mih={36}>
          {busy ? (
            <Loader size={20} aria-hidden />
          ) : (
            <Mark
              size={22}
              aria-hidden
              style={{ flex: "none" }}
              color={proved ? "var(--mantine-color-green-filled)" : "var(--dure-dim)"}
            />
          )}
          <Text size="sm">
            {answer.status === "optimal" && gap !== undefined
              ? t("plan.explore.proved", {
                  gap: formatTiny(gap, language),
                  seconds: formatDuration(answer.seconds, language),
                  latency: formatDuration((latency ?? 0) / 1000, language),
                })
              : t("plan.explore.not_proved")}
          </Text>
        </Group>
      </Card>
      {answer.status === "optimal" ? null : (
        <Alert color="orange" title={t(`plan.explore.status.${answer.status}`)}>
          <Stack gap="xs">
            <Text size="sm">{t(`plan.explore.status_help.${answer.status}`)}</Text>
            {answer.status === "infeasible" ? (
              <Conflicts planId={plan.id} model={plan.model} conflicts={answer.result?.conflicts ?? []} />
            ) : null}
          </Stack>
        </Alert>
      )}
      {/* Said when a lever rests, not at every step of it. */}
      <VisuallyHidden role="status">{busy ? "" : said}</VisuallyHidden>
    </>
  );
}

/// The figures at once, the pictures as soon as the browser has time.
export const ExploreResult = memo(function ExploreResult({
  plan,
  answer,
  saved,
}: {
  plan: Plan;
  answer: WhatIfAnswer;
  saved: Result;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const drawn = useDeferredValue(answer);
  const { result } = answer;
  if (!result || answer.status !== "optimal") return null;
  const unserved = (result.shed_mwh ?? 0) / (result.demand_mwh || 1);
  return (
    <Stack gap="md">
      {unserved > kNoticeable ? (
        <Alert
          color="orange"
          title={t("plan.explore.unserved", { share: formatPercent(unserved, language) })}
        >
          {t("plan.explore.unserved_help")}
        </Alert>
      ) : null}
      <Differences result={result} saved={saved} currency={plan.model.currency} />
      <Pictures plan={plan} answer={drawn.status === "optimal" ? drawn : answer} />
    </Stack>
  );
});

const Pictures = memo(function Pictures({ plan, answer }: { plan: Plan; answer: WhatIfAnswer }) {
  const { t } = useTranslation();
  const { model } = plan;
  const { result } = answer;
  const results = useMemo(
    () =>
      result
        ? {
            files: `${plan.name} ${t("plan.tab.explore")}`,
            result,
            model,
            currency: model.currency,
            live: true,
          }
        : undefined,
    [plan.name, result, model, t],
  );
  if (!results) return null;
  return (
    <ResultsContext.Provider value={results}>
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="md">
        <Capacities />
        <Stack gap="md">
          <StoreCapacities />
          {answer.prices.slice(0, 1).map((curve) => (
            <Prices key={curve.bus} plan={plan} result={results.result} curve={curve} />
          ))}
        </Stack>
      </SimpleGrid>
    </ResultsContext.Provider>
  );
});

function Differences({ result, saved, currency }: { result: Result; saved: Result; currency: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const money = (value: number) => formatMoney(value, currency, language);
  const tonnes = (value: number) => formatQuantity(value, "t", language);
  const percent = (value: number) => formatPercent(value, language);
  const figures = [
    ["total_cost", result.total_cost, saved.total_cost, money],
    ["co2_t", result.co2_t, saved.co2_t, tonnes],
    ["self_sufficiency", result.self_sufficiency, saved.self_sufficiency, percent],
    ["renewable_share", result.renewable_share, saved.renewable_share, percent],
  ] as const;
  return (
    <SimpleGrid cols={{ base: 2, lg: 4 }} spacing="sm">
      {figures.map(([key, now, before, say]) =>
        now === undefined ? null : (
          <Figure
            key={key}
            small
            name={t(`run.figure.${key}`)}
            value={say(now)}
            note={
              before === undefined ? undefined : (
                <Badge
                  component="span"
                  variant="light"
                  color={Math.abs(now - before) > 1e-9 * Math.abs(before) ? "jjok" : "gray"}
                  mt={4}
                >
                  {formatSigned(now - before, say)}
                </Badge>
              )
            }
          />
        ),
      )}
    </SimpleGrid>
  );
}

function Prices({
  plan,
  result,
  curve,
}: {
  plan: Plan;
  result: Result;
  curve: WhatIfAnswer["prices"][number];
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const theme = useChartTheme();
  const { currency, time } = plan.model;
  const rate = (value: number) => formatRate(value, currency, "MWh", language);
  const highest = [...curve.price].reverse();
  const hours = highest.map((_, share) => (share / 100) * time.periods * (time.hours_per_period ?? 1));
  const bus = labelByName(result.buses, curve.bus, language);
  const title = t("run.price.duration_title", { bus });
  return (
    <Panel help={t("plan.explore.prices_help")}>
      <Chart
        title={title}
        description={t("run.price.duration_description", {
          maximum: rate(highest[0] ?? 0),
          median: rate(highest[50] ?? 0),
        })}
        option={durationOption(
          hours,
          [{ name: t("run.dispatch.price"), colour: theme.accent, values: highest, filled: true }],
          { hours: t("run.duration.hours"), unit: `${currency}/MWh`, text: rate },
          theme,
        )}
        height={240}
        live
        fileName={fileName(`${plan.name} ${title}`)}
        table={() => ({
          columns: [t("run.duration.hours"), `${t("run.dispatch.price")} (${currency}/MWh)`],
          rows: hours.map((hour, index) => [hour, highest[index] ?? 0]),
        })}
      />
    </Panel>
  );
}
