// SPDX-License-Identifier: Apache-2.0
// What the plan costs and what is paid when.

import { Stack, Text, Title } from "@mantine/core";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Chart } from "../../../components/chart/Chart";
import { columnsOption, type Stair, stairsHeight, stairsOption } from "../charts/economics";
import { fileName } from "../lib/download";
import {
  type CostStep,
  costSteps,
  type Levelised,
  levelised,
  payments,
  paymentYears,
} from "../lib/economics";
import {
  codeOf,
  formatMoney,
  formatNumber,
  formatPercent,
  formatQuantity,
  formatRate,
  moneyScale,
  rateOf,
} from "../lib/format";
import { useChartTheme, useLanguage, useNarrow } from "../shell";
import { Panel } from "./CapacityCharts";
import { type Column, DataTable } from "./DataTable";
import { useResults, useTechnologyName } from "./results";

export function EconomicsPanel() {
  return (
    <Stack gap="lg">
      <CostWaterfall />
      <Payments />
      <LevelisedTable />
    </Stack>
  );
}

const kColours = {
  light: { capital: "#256ef4", running: "#e87728", co2: "#8a5a2b", shedding: "#c8321f" },
  dark: { capital: "#6ea8fe", running: "#f0a45c", co2: "#c89b6d", shedding: "#ff8f70" },
};

export function CostWaterfall() {
  const { t } = useTranslation();
  const language = useLanguage();
  const theme = useChartTheme();
  const narrow = useNarrow();
  const name = useTechnologyName();
  const { result, model, currency, files } = useResults();
  const colours = kColours[theme.dark ? "dark" : "light"];
  const stairs = useMemo(() => {
    const { steps, rest, total } = costSteps(result);
    const rate = rateOf(currency);
    const called = ({ kind, technology }: CostStep) =>
      technology
        ? kind === "shedding"
          ? name(technology)
          : t(`run.waterfall.${kind}`, { technology: name(technology) })
        : "";
    const list: Stair[] = steps.map((step) => ({
      name: called(step),
      amount: step.amount * rate,
      colour: colours[step.kind],
    }));
    if (rest !== 0) list.push({ name: t("run.waterfall.rest"), amount: rest * rate, colour: theme.dimmed });
    list.push({ name: t("run.figure.total_cost"), amount: total * rate, colour: theme.text, total: true });
    return list;
  }, [result, currency, name, t, colours, theme]);
  const code = codeOf(currency);
  const scale = moneyScale((result.total_cost ?? 0) * rateOf(currency), code, language);
  const money = (value: number) => formatMoney(value, code, language);
  return (
    <Panel help={t("run.waterfall.help", { year: model.price_year })}>
      <Chart
        title={t("run.waterfall.title", { unit: scale.unit })}
        description={stairs.map(({ name: called, amount }) => `${called} ${money(amount)}`).join(", ")}
        option={stairsOption(
          stairs,
          { axis: (value) => formatNumber(value / scale.factor, language), text: money },
          theme,
          narrow,
        )}
        height={stairsHeight(stairs.length)}
        fileName={fileName(`${files} ${t("run.waterfall.file")}`)}
        table={() => ({
          columns: [t("run.waterfall.part"), `${code}/${t("plan.unit.year")}`],
          rows: stairs.map(({ name: called, amount }) => [called, amount]),
        })}
      />
    </Panel>
  );
}

function Payments() {
  const { t } = useTranslation();
  const language = useLanguage();
  const theme = useChartTheme();
  const { result, model, currency, files } = useResults();
  // Told in the money that was chosen, so that axes have round numbers in it.
  const list = useMemo(
    () =>
      payments(result, model).map((one) => ({
        ...one,
        investment: one.investment * rateOf(currency),
        annuity: one.annuity * rateOf(currency),
        fixed_om: one.fixed_om * rateOf(currency),
      })),
    [result, model, currency],
  );
  const years = paymentYears(list);
  const code = codeOf(currency);
  if (years.length === 0)
    return (
      <Panel>
        <Title order={2} size="h4" mb="xs">
          {t("run.payments.heading")}
        </Title>
        <Text c="dimmed">{t("run.payments.none")}</Text>
      </Panel>
    );
  const colours = kColours[theme.dark ? "dark" : "light"];
  const money = (value: number) => formatMoney(value, code, language);
  const first = years[0];
  const scale = moneyScale((first?.annuity ?? 0) + (first?.fixed_om ?? 0), code, language);
  const invested = list.reduce((sum, { investment }) => sum + investment, 0);
  return (
    <Panel
      help={t("run.payments.help", {
        rate: formatPercent(model.discount_rate ?? 0.05, language),
        year: model.price_year,
      })}
    >
      <Text mb="xs">
        {t("run.payments.words", {
          invested: money(invested),
          yearly: money((first?.annuity ?? 0) + (first?.fixed_om ?? 0)),
          years: formatNumber(years.length, language),
        })}
      </Text>
      <Chart
        title={t("run.payments.title", { unit: scale.unit })}
        description={t("run.payments.words", {
          invested: money(invested),
          yearly: money((first?.annuity ?? 0) + (first?.fixed_om ?? 0)),
          years: formatNumber(years.length, language),
        })}
        option={columnsOption(
          {
            categories: years.map(({ year }) => String(year)),
            series: [
              {
                name: t("run.payments.annuity"),
                colour: colours.capital,
                values: years.map((one) => one.annuity),
              },
              {
                name: t("run.payments.fixed_om"),
                colour: colours.running,
                values: years.map((one) => one.fixed_om),
                striped: true,
              },
            ],
            title: (index) => t("run.payments.year", { year: index + 1 }),
            text: money,
            axis: (value) => formatNumber(value / scale.factor, language),
            xName: t("run.payments.years"),
            unit: scale.unit,
          },
          theme,
        )}
        height={300}
        fileName={fileName(`${files} ${t("run.payments.heading")}`)}
        table={() => ({
          columns: [
            t("run.payments.years"),
            `${t("run.payments.annuity")} (${code})`,
            `${t("run.payments.fixed_om")} (${code})`,
          ],
          rows: years.map(({ year, annuity, fixed_om }) => [year, annuity, fixed_om]),
        })}
      />
    </Panel>
  );
}

function LevelisedTable() {
  const { t } = useTranslation();
  const language = useLanguage();
  const name = useTechnologyName();
  const { result, currency } = useResults();
  const rows = levelised(result);
  const numeric = (
    key: string,
    title: string,
    order: (row: Levelised) => number | undefined,
    cell: (row: Levelised) => string,
  ): Column<Levelised> => ({ key, title, numeric: true, order, cell });
  return (
    <Panel help={t("run.levelised.help")}>
      <Title order={2} size="h4" mb="xs">
        {t("run.levelised.title")}
      </Title>
      <DataTable
        caption={t("run.levelised.title")}
        rows={rows}
        rowKey={({ technology }) => `${technology.kind}/${technology.name}`}
        columns={[
          {
            key: "name",
            title: t("run.column.technology"),
            cell: ({ technology }) => name(technology),
            order: ({ technology }) => name(technology),
          },
          numeric(
            "cost",
            t("run.levelised.cost"),
            ({ cost }) => cost,
            ({ cost }) => formatRate(cost, currency, "MWh", language),
          ),
          numeric(
            "hours",
            t("run.column.full_load_hours"),
            ({ technology }) => technology.full_load_hours,
            ({ technology }) => `${formatNumber(technology.full_load_hours, language)} h`,
          ),
          numeric(
            "output",
            t("run.column.output_mwh"),
            ({ technology }) => technology.output_mwh,
            ({ technology }) => formatQuantity(technology.output_mwh, "MWh", language),
          ),
          numeric(
            "curtailed",
            t("run.column.curtailed_mwh"),
            ({ technology }) => technology.curtailed_mwh,
            ({ technology }) => formatQuantity(technology.curtailed_mwh, "MWh", language),
          ),
          numeric(
            "share",
            t("run.levelised.curtailed"),
            ({ curtailed }) => curtailed,
            ({ curtailed }) => formatPercent(curtailed, language),
          ),
        ]}
      />
    </Panel>
  );
}
