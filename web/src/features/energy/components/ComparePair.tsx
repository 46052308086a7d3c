// SPDX-License-Identifier: Apache-2.0
// What two runs build and what that costs, technology by technology.

import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Chart } from "../../../components/chart/Chart";
import type { Network } from "../api/types";
import { barsHeight, barsOption } from "../charts/bars";
import { type TechnologyPair, yearlyCost } from "../lib/compare";
import { formatMoney, formatNumber, formatQuantity, formatSigned, moneyScale } from "../lib/format";
import { useChartTheme, useLanguage, useNarrow } from "../shell";
import { Panel } from "./CapacityCharts";
import { useTechnologyName } from "./results";

function useTheme() {
  return { theme: useChartTheme(), narrow: useNarrow(), language: useLanguage(), name: useTechnologyName() };
}

function pairName(pair: TechnologyPair, name: ReturnType<typeof useTechnologyName>): string {
  const technology = pair.second ?? pair.first;
  return technology ? name(technology) : pair.name;
}

export function Capacities({ pairs, names }: { pairs: TechnologyPair[]; names: [string, string] }) {
  const { t } = useTranslation();
  const { theme, narrow, language, name } = useTheme();
  const capacity = ({ first, second }: TechnologyPair) =>
    [first?.capacity_mw ?? 0, second?.capacity_mw ?? 0] as const;
  const shown = pairs
    .filter((pair) => pair.kind !== "shedding" && Math.max(...capacity(pair)) > 1e-3)
    .sort((x, y) => Math.max(...capacity(y)) - Math.max(...capacity(x)));
  if (shown.length === 0) return <Text>{t("run.compare.no_capacity")}</Text>;
  const option = barsOption({
    categories: shown.map((pair) => pairName(pair, name)),
    series: [
      { name: names[0], colour: theme.accentSoft, values: shown.map((pair) => capacity(pair)[0]) },
      { name: names[1], colour: theme.accent, values: shown.map((pair) => capacity(pair)[1]) },
    ],
    stacked: false,
    axis: (value) => formatNumber(value, language),
    text: (value) => formatQuantity(value, "MW", language),
    theme,
    narrow,
  });
  return (
    <Panel>
      <Chart
        title={t("run.capacity.title")}
        description={shown
          .map(
            (pair) =>
              `${pairName(pair, name)}: ${capacity(pair)
                .map((value) => formatQuantity(value, "MW", language))
                .join(" → ")}`,
          )
          .join(", ")}
        option={option}
        height={barsHeight(shown.length, 2, false)}
        fileName="compare-capacity"
        table={() => ({
          columns: [t("run.column.technology"), `${names[0]} (MW)`, `${names[1]} (MW)`],
          rows: shown.map((pair) => [pairName(pair, name), ...capacity(pair)]),
        })}
      />
    </Panel>
  );
}

export function CostDifferences({ pairs, model }: { pairs: TechnologyPair[]; model: Network }) {
  const { t } = useTranslation();
  const { theme, narrow, language, name } = useTheme();
  const difference = ({ first, second }: TechnologyPair) => yearlyCost(second) - yearlyCost(first);
  const largest = pairs.reduce((most, pair) => Math.max(most, Math.abs(difference(pair))), 0);
  const shown = pairs
    .filter((pair) => Math.abs(difference(pair)) > largest * 1e-3 && largest > 1)
    .sort((x, y) => difference(y) - difference(x));
  if (shown.length === 0)
    return (
      <Panel>
        <Text>{t("run.compare.same_cost")}</Text>
      </Panel>
    );
  const scale = moneyScale(largest, model.currency, language);
  const money = (value: number) => formatSigned(value, (size) => formatMoney(size, model.currency, language));
  const option = barsOption({
    categories: shown.map((pair) => pairName(pair, name)),
    series: [
      {
        name: t("run.compare.difference"),
        colour: shown.map((pair) =>
          difference(pair) > 0 ? (theme.dark ? "#f0a45c" : "#c2560f") : theme.accent,
        ),
        values: shown.map(difference),
      },
    ],
    stacked: false,
    axis: (value) => formatNumber(value / scale.factor, language),
    text: money,
    theme,
    narrow,
  });
  return (
    <Panel help={t("run.compare.cost_help", { unit: scale.unit })}>
      <Chart
        title={t("run.compare.cost_title")}
        description={shown.map((pair) => `${pairName(pair, name)} ${money(difference(pair))}`).join(", ")}
        option={option}
        height={barsHeight(shown.length, 1, false)}
        fileName="compare-cost"
        table={() => ({
          columns: [t("run.column.technology"), `${t("run.compare.difference")} (${model.currency})`],
          rows: shown.map((pair) => [pairName(pair, name), difference(pair)]),
        })}
      />
    </Panel>
  );
}
