// SPDX-License-Identifier: Apache-2.0
// What the limits did: how far they were used, and what they cost, in words.

import { Badge, Card, Group, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { LimitResult } from "../api/types";
import { type Currency, formatMoney, formatPercent, formatQuantity } from "../lib/format";
import { labelOf } from "../lib/labels";
import { useLanguage } from "../shell";
import { type Results, useResults } from "./results";

/// A bound that is met to this share of itself binds.
const kBinds = 1e-4;

export function LimitsResult() {
  const { t } = useTranslation();
  const { result } = useResults();
  if (result.limits.length === 0) return <Text c="dimmed">{t("run.limits.none")}</Text>;
  return (
    <section aria-labelledby="limits-result">
      <Title order={2} size="h4" id="limits-result" mb="sm">
        {t("run.limits.title")}
      </Title>
      <SimpleGrid cols={{ base: 1, md: 2, xl: 3 }} spacing="md">
        {result.limits.map((limit) => (
          <LimitCard key={limit.name} limit={limit} />
        ))}
      </SimpleGrid>
    </section>
  );
}

function LimitCard({ limit }: { limit: LimitResult }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const results = useResults();
  const binds = isBinding(limit);
  const value = (amount: number) => limitValue(limit.kind, amount, results.currency, language);
  const labelled = limit.label_ko || limit.label_en;
  return (
    <Card withBorder radius="lg" component="article">
      <Stack gap={6}>
        <Group justify="space-between" wrap="nowrap" align="flex-start">
          <Text fw={600}>{labelled ? labelOf(limit, language) : t(`plan.limit.${limit.kind}.title`)}</Text>
          <Badge variant="light" color={binds ? "orange" : "gray"} style={{ flex: "none" }}>
            {t(binds ? "run.limits.binds" : "run.limits.slack")}
          </Badge>
        </Group>
        <Text className="num">
          {t(`run.limits.${isFloor(limit.kind) ? "at_least" : "at_most"}`, {
            bound: value(limit.bound),
            achieved: value(limit.achieved),
          })}
        </Text>
        <Text size="sm" c="dimmed">
          {binds ? shadowWords(limit, results, language, t) : t("run.limits.free")}
        </Text>
      </Stack>
    </Card>
  );
}

export function isBinding({ shadow_price, achieved, bound }: LimitResult): boolean {
  return shadow_price > 0 && Math.abs(achieved - bound) <= kBinds * Math.max(Math.abs(bound), 1e-9);
}

function isFloor(kind: LimitResult["kind"]): boolean {
  return kind === "self_sufficiency" || kind === "renewable_share";
}

export function limitValue(
  kind: LimitResult["kind"],
  amount: number,
  currency: Currency,
  language: "ko" | "en",
): string {
  if (kind === "co2_cap") return formatQuantity(amount, "t", language);
  if (kind === "investment_budget") return formatMoney(amount, currency, language);
  return formatPercent(amount, language);
}

/// The shadow price per step that people think in: a thousand tonnes, a percentage point, a hundred million won or a million.
export function shadowWords(
  limit: LimitResult,
  { model, currency }: Pick<Results, "model" | "currency">,
  language: "ko" | "en",
  t: (key: string, params: Record<string, string>) => string,
): string {
  const money = (amount: number) => formatMoney(amount, currency, language);
  const reference = model.limits?.find(({ name }) => name === limit.name)?.reference_t;
  const { step, kind, perUnit } = limitStep(limit, reference, model.currency);
  const base = kind === "tonne" ? formatQuantity(step, "t", language) : money(step);
  return t(`run.limits.per_${kind}`, { cost: money(perUnit * step), base });
}

/// How a limit is tightened in words: by what step, and what a unit of it costs.
export function limitStep(
  { kind, bound, shadow_price }: LimitResult,
  reference: number | undefined,
  currency: string,
): { kind: "tonne" | "money" | "point"; step: number; perUnit: number } {
  if (kind === "investment_budget")
    return {
      kind: "money",
      step: currency === "KRW" || currency === "JPY" ? 1e8 : 1e6,
      perUnit: shadow_price,
    };
  if (kind === "co2_cap" || kind === "co2_cap_share") {
    const share = kind === "co2_cap_share";
    const tonnes = share ? bound * (reference ?? 1) : bound;
    return {
      kind: "tonne",
      step: tonnes >= 10_000 ? 1000 : 1,
      perUnit: share ? shadow_price / (reference ?? 1) : shadow_price,
    };
  }
  return { kind: "point", step: 0.01, perUnit: shadow_price };
}
