// SPDX-License-Identifier: Apache-2.0
import { Card, SimpleGrid, Text } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Chart } from "../../../components/chart/Chart";
import { barsHeight, barsOption } from "../charts/bars";
import { shade } from "../lib/colours";
import { yearlyCost } from "../lib/compare";
import { fileName } from "../lib/download";
import { codeOf, formatMoney, formatNumber, formatQuantity, moneyScale, rateOf } from "../lib/format";
import { useChartTheme, useLanguage, useNarrow } from "../shell";
import { useColours, useResults, useTechnologyName } from "./results";

/// A card around a chart, with one sentence on how to read it and, of a run, where its figures come from.
export function Panel({ help, children }: { help?: string; children: ReactNode }) {
  return (
    <Card withBorder radius="lg" padding="md">
      {children}
      {help ? (
        <Text size="sm" c="dimmed" mt="xs">
          {help}
        </Text>
      ) : null}
    </Card>
  );
}

export function CapacityCharts() {
  return (
    <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
      <Capacities />
      <StoreCapacities />
      <Costs />
      <Emissions />
    </SimpleGrid>
  );
}

function useFileName(): (what: string) => string {
  const { files } = useResults();
  return (what) => fileName(`${files} ${what}`);
}

export function Capacities() {
  const { t } = useTranslation();
  const language = useLanguage();
  const theme = useChartTheme();
  const narrow = useNarrow();
  const name = useTechnologyName();
  const named = useFileName();
  const { result, model, live = false } = useResults();
  const colours = useColours(model);
  const shown = result.technologies
    .filter(({ kind, capacity_mw }) => kind !== "shedding" && capacity_mw > 1e-3)
    .sort((a, b) => b.capacity_mw - a.capacity_mw);
  if (shown.length === 0) return null;
  const colour = (technology: { name: string }) => colours.get(technology.name) ?? theme.accent;
  const existing = shown.map(({ existing_mw, capacity_mw }) => Math.min(existing_mw, capacity_mw));
  const added = shown.map(({ capacity_mw }, index) => capacity_mw - (existing[index] ?? 0));
  const option = barsOption({
    categories: shown.map(name),
    series: [
      {
        name: t("run.capacity.existing"),
        colour: shown.map((technology) => shade(colour(technology), theme.dark ? -0.45 : 0.5)),
        values: existing,
        legend: theme.dark ? "#5c6675" : "#c3c9d1",
      },
      {
        name: t("run.capacity.added"),
        colour: shown.map(colour),
        values: added,
        legend: theme.dark ? "#c3c9d1" : "#5c6675",
      },
    ],
    stacked: true,
    axis: (value) => formatNumber(value, language),
    text: (value) => formatQuantity(value, "MW", language),
    total: t("run.total"),
    theme,
    narrow,
  });
  return (
    <Panel help={t("run.capacity.help")}>
      <Chart
        title={t("run.capacity.title")}
        description={shown
          .map(
            (technology) => `${name(technology)} ${formatQuantity(technology.capacity_mw, "MW", language)}`,
          )
          .join(", ")}
        option={option}
        live={live}
        height={barsHeight(shown.length, 2, true)}
        fileName={named(t("run.capacity.title"))}
        table={() => ({
          columns: [
            t("run.column.technology"),
            `${t("run.capacity.existing")} (MW)`,
            `${t("run.capacity.added")} (MW)`,
            `${t("run.total")} (MW)`,
          ],
          rows: shown.map((technology, index) => [
            name(technology),
            existing[index] ?? 0,
            added[index] ?? 0,
            technology.capacity_mw,
          ]),
        })}
      />
    </Panel>
  );
}

export function StoreCapacities() {
  const { t } = useTranslation();
  const language = useLanguage();
  const theme = useChartTheme();
  const narrow = useNarrow();
  const name = useTechnologyName();
  const named = useFileName();
  const { result, model, live = false } = useResults();
  const colours = useColours(model);
  const shown = result.technologies.filter(({ energy_capacity_mwh }) => (energy_capacity_mwh ?? 0) > 1e-3);
  if (shown.length === 0) return null;
  const values = shown.map(({ energy_capacity_mwh }) => energy_capacity_mwh ?? 0);
  const option = barsOption({
    categories: shown.map(name),
    series: [
      {
        name: t("run.storage.energy"),
        colour: shown.map(({ name: key }) => colours.get(key) ?? theme.accent),
        values,
      },
    ],
    stacked: false,
    axis: (value) => formatNumber(value, language),
    text: (value) => formatQuantity(value, "MWh", language),
    theme,
    narrow,
  });
  return (
    <Panel help={t("run.storage.help")}>
      <Chart
        title={t("run.storage.title")}
        description={shown
          .map((technology, index) => `${name(technology)} ${formatQuantity(values[index], "MWh", language)}`)
          .join(", ")}
        option={option}
        live={live}
        height={barsHeight(shown.length, 1, false)}
        fileName={named(t("run.storage.title"))}
        table={() => ({
          columns: [t("run.column.technology"), `${t("run.storage.energy")} (MWh)`, t("run.storage.hours")],
          rows: shown.map((technology, index) => [
            name(technology),
            values[index] ?? 0,
            technology.capacity_mw > 0 ? (values[index] ?? 0) / technology.capacity_mw : "",
          ]),
        })}
      />
    </Panel>
  );
}

function Costs() {
  const { t } = useTranslation();
  const language = useLanguage();
  const theme = useChartTheme();
  const narrow = useNarrow();
  const name = useTechnologyName();
  const named = useFileName();
  const { result, model, currency } = useResults();
  const shown = result.technologies
    .filter((technology) => Math.abs(yearlyCost(technology)) > 1e-6 * Math.abs(result.total_cost ?? 1))
    .sort((a, b) => yearlyCost(b) - yearlyCost(a))
    // Told in the money that was chosen, so that axes have round numbers in it.
    .map((technology) => ({
      ...technology,
      capital_cost: technology.capital_cost * rateOf(currency),
      marginal_cost: technology.marginal_cost * rateOf(currency),
    }));
  if (shown.length === 0) return null;
  const code = codeOf(currency);
  const scale = moneyScale(yearlyCost(shown[0]), code, language);
  const money = (value: number) => formatMoney(value, code, language);
  const option = barsOption({
    categories: shown.map(name),
    series: [
      {
        name: t("run.cost.capital"),
        colour: theme.accent,
        values: shown.map(({ capital_cost }) => capital_cost),
      },
      {
        name: t("run.cost.running"),
        colour: theme.dark ? "#f0a45c" : "#e87728",
        values: shown.map(({ marginal_cost }) => marginal_cost),
        striped: true,
      },
    ],
    stacked: true,
    axis: (value) => formatNumber(value / scale.factor, language),
    text: money,
    total: t("run.total"),
    theme,
    narrow,
  });
  const unit = `${code}/${t("plan.unit.year")}`;
  return (
    <Panel help={t("run.cost.help", { unit: scale.unit, year: model.price_year })}>
      <Chart
        title={t("run.cost.title", { unit: scale.unit })}
        description={shown
          .map((technology) => `${name(technology)} ${money(yearlyCost(technology))}`)
          .join(", ")}
        option={option}
        height={barsHeight(shown.length, 2, true)}
        fileName={named(t("run.cost.file"))}
        table={() => ({
          columns: [
            t("run.column.technology"),
            `${t("run.cost.capital")} (${unit})`,
            `${t("run.cost.running")} (${unit})`,
            `${t("run.total")} (${unit})`,
          ],
          rows: shown.map((technology) => [
            name(technology),
            technology.capital_cost,
            technology.marginal_cost,
            yearlyCost(technology),
          ]),
        })}
      />
    </Panel>
  );
}

function Emissions() {
  const { t } = useTranslation();
  const language = useLanguage();
  const theme = useChartTheme();
  const narrow = useNarrow();
  const name = useTechnologyName();
  const named = useFileName();
  const { result, model } = useResults();
  const colours = useColours(model);
  const shown = result.technologies.filter(({ co2_t }) => co2_t > 1e-3).sort((a, b) => b.co2_t - a.co2_t);
  if (shown.length === 0) {
    return (
      <Panel>
        <Text fw={700}>{t("run.co2.title")}</Text>
        <Text c="dimmed">{t("run.co2.none")}</Text>
      </Panel>
    );
  }
  const option = barsOption({
    categories: shown.map(name),
    series: [
      {
        name: "CO₂",
        colour: shown.map(({ name: key }) => colours.get(key) ?? theme.accent),
        values: shown.map(({ co2_t }) => co2_t),
      },
    ],
    stacked: false,
    axis: (value) => formatQuantity(value, "t", language),
    text: (value) => formatQuantity(value, "t", language),
    theme,
    narrow,
  });
  return (
    <Panel help={t("run.co2.help")}>
      <Chart
        title={t("run.co2.title")}
        description={shown
          .map((technology) => `${name(technology)} ${formatQuantity(technology.co2_t, "t", language)}`)
          .join(", ")}
        option={option}
        height={barsHeight(shown.length, 1, false)}
        fileName={named(t("run.co2.title"))}
        table={() => ({
          columns: [t("run.column.technology"), `CO₂ (t/${t("plan.unit.year")})`],
          rows: shown.map((technology) => [name(technology), technology.co2_t]),
        })}
      />
    </Panel>
  );
}
