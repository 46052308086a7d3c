// SPDX-License-Identifier: Apache-2.0
// Three or four runs side by side, each told against the first.

import { Alert, SimpleGrid, Stack, Table, Text, Title } from "@mantine/core";
import { useQueries } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Chart } from "../../../components/chart/Chart";
import { runModelQuery } from "../api/queries";
import type { Run, TechnologyResult } from "../api/types";
import { barsHeight, barsOption } from "../charts/bars";
import { keyFigures, yearlyCost } from "../lib/compare";
import { formatMoney, formatPercent, formatQuantity } from "../lib/format";
import { useChartTheme, useLanguage, useNarrow } from "../shell";
import { Panel } from "./CapacityCharts";
import { ComparePayments } from "./ComparePayments";
import { DifferencesTable } from "./DifferencesTable";
import { useTechnologyName } from "./results";
import { CardsSkeleton } from "./skeletons";

const kColours = ["#64748b", "#1d5fa8", "#c2410c", "#15803d"];

export function CompareMany({ runs, names }: { runs: Run[]; names: string[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const theme = useChartTheme();
  const narrow = useNarrow();
  const technologyName = useTechnologyName();
  const loaded = useQueries({ queries: runs.map(({ id }) => runModelQuery(id)) });
  const models = loaded.map(({ data }) => data);
  const results = runs.map(({ result }) => result);
  if (results.some((result) => !result)) return <Alert color="orange">{t("run.compare.no_result")}</Alert>;
  const [first] = models;
  if (!first || models.some((model) => !model)) return <CardsSkeleton cards={3} />;
  const sameMoney = models.every(
    (model) => model?.currency === first.currency && model.price_year === first.price_year,
  );
  const ground = results[0];
  if (!ground) return null;
  const figures = results.map((result) => keyFigures(ground, result ?? ground));
  const show = (kind: string, value: number | undefined, at: number) => {
    if (kind === "money") return formatMoney(value, models[at]?.currency ?? "", language);
    if (kind === "share") return formatPercent(value, language);
    return formatQuantity(value, kind as "t" | "MWh", language);
  };
  const all = new Map<string, TechnologyResult>();
  for (const result of results)
    for (const one of result?.technologies ?? [])
      if (!all.has(`${one.kind}/${one.name}`)) all.set(`${one.kind}/${one.name}`, one);
  const of = (at: number, key: string) =>
    results[at]?.technologies.find((one) => `${one.kind}/${one.name}` === key);
  const bars = (
    title: string,
    file: string,
    exact: (at: number, key: string) => number,
    say: (value: number) => string,
    from: number,
  ) => {
    const most = (key: string) => Math.max(...runs.map((_, at) => Math.abs(exact(at, key))));
    const largest = Math.max(...[...all.keys()].map(most), 0);
    // What a solver leaves over where nothing is built is no figure.
    const value = (at: number, key: string) => {
      const amount = exact(at, key);
      return Math.abs(amount) < largest * 1e-6 ? 0 : amount;
    };
    const shown = [...all]
      .filter(([key]) => most(key) > largest * 1e-3)
      .sort(([a], [b]) => most(b) - most(a));
    const sides = runs.map((_, at) => at).slice(from);
    if (shown.length === 0)
      return (
        <Panel>
          <Title order={2} size="h4" mb="xs">
            {title}
          </Title>
          <Text c="dimmed">{t("run.compare.no_difference")}</Text>
        </Panel>
      );
    return (
      <Panel>
        <Chart
          title={title}
          description={shown
            .map(
              ([key, one]) => `${technologyName(one)}: ${sides.map((at) => say(value(at, key))).join(" / ")}`,
            )
            .join(", ")}
          option={barsOption({
            categories: shown.map(([, one]) => technologyName(one)),
            series: sides.map((at) => ({
              name: names[at] ?? "",
              colour: kColours[at] ?? theme.accent,
              values: shown.map(([key]) => value(at, key)),
            })),
            stacked: false,
            axis: say,
            text: say,
            theme,
            narrow,
          })}
          height={barsHeight(shown.length, sides.length, false)}
          fileName={file}
          table={() => ({
            columns: [t("run.column.technology"), ...sides.map((at) => names[at] ?? "")],
            rows: shown.map(([key, one]) => [technologyName(one), ...sides.map((at) => value(at, key))]),
          })}
        />
      </Panel>
    );
  };
  const money = (amount: number) => formatMoney(amount, first.currency, language);
  return (
    <Stack gap="lg">
      {!sameMoney && <Alert color="orange" title={t("run.compare.money_title")} />}
      <Panel>
        <Title order={2} size="h4" mb="xs">
          {t("run.compare.figures")}
        </Title>
        <Table.ScrollContainer
          minWidth={640}
          scrollAreaProps={{
            viewportProps: { tabIndex: 0, role: "region", "aria-label": t("run.compare.figures") },
          }}
        >
          <Table verticalSpacing="sm" data-runs={runs.length}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>{t("run.compare.figure")}</Table.Th>
                {names.map((name) => (
                  <Table.Th key={name} ta="right">
                    {name}
                  </Table.Th>
                ))}
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {figures[0]?.map(({ key, kind }, row) => (
                <Table.Tr key={key}>
                  <Table.Th scope="row" fw={500}>
                    {t(`run.figure.${key}`)}
                  </Table.Th>
                  {figures.map((column, at) => (
                    <Table.Td key={names[at]} ta="right" className="num">
                      {show(kind, column[row]?.second, at)}
                    </Table.Td>
                  ))}
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      </Panel>
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
        {bars(
          t("run.capacity.title"),
          "compare-capacity",
          (at, key) => of(at, key)?.capacity_mw ?? 0,
          (amount) => formatQuantity(amount, "MW", language),
          0,
        )}
        {sameMoney &&
          bars(
            t("run.compare.cost_against", { name: names[0] }),
            "compare-cost",
            (at, key) => yearlyCost(of(at, key)) - yearlyCost(of(0, key)),
            money,
            1,
          )}
        {bars(
          t("run.compare.co2_against", { name: names[0] }),
          "compare-co2",
          (at, key) => (of(at, key)?.co2_t ?? 0) - (of(0, key)?.co2_t ?? 0),
          (amount) => formatQuantity(amount, "t", language),
          1,
        )}
        {sameMoney &&
          bars(
            t("run.compare.investment"),
            "compare-investment",
            (at, key) => of(at, key)?.investment ?? 0,
            money,
            0,
          )}
      </SimpleGrid>
      {sameMoney && (
        <ComparePayments
          sides={runs.flatMap((run, at) => {
            const model = models[at];
            return model ? [{ run, model, name: names[at] ?? "", colour: kColours[at] ?? theme.accent }] : [];
          })}
        />
      )}
      {models.slice(1).map((model, index) =>
        model ? (
          <Panel key={runs[index + 1]?.id}>
            <Title order={2} size="h4" mb="xs">
              {t("run.compare.assumptions_of", { name: names[index + 1] })}
            </Title>
            <DifferencesTable
              before={first}
              after={model}
              beforeName={names[0] ?? ""}
              afterName={names[index + 1] ?? ""}
              same={t("run.compare.same_assumptions")}
            />
          </Panel>
        ) : null,
      )}
    </Stack>
  );
}
