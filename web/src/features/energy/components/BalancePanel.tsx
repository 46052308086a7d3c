// SPDX-License-Identifier: Apache-2.0
// Where the year's energy comes from and goes, as flows and as one balance a bus.

import { SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { useQueries } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Chart } from "../../../components/chart/Chart";
import { dispatchQuery } from "../api/queries";
import { type BusBalance, flowGraph, sankeyOption } from "../charts/sankey";
import { type Balance, busBalance } from "../lib/dispatchSeries";
import { fileName } from "../lib/download";
import { formatQuantity, formatTiny } from "../lib/format";
import { labelOf } from "../lib/labels";
import { useChartTheme, useLanguage, useNarrow } from "../shell";
import { Panel } from "./CapacityCharts";
import { DataTable } from "./DataTable";
import { useColours, useRunResults } from "./results";
import { TableSkeleton } from "./skeletons";

export function BalancePanel() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { run, result, model } = useRunResults();
  const { periods } = model.time;
  const answers = useQueries({
    queries: result.buses.map(({ name }) =>
      dispatchQuery(run, name, { from: 0, to: periods, step: Math.min(periods, 8784) }),
    ),
  });
  const naming = (item: Balance) => {
    const label = labelOf(item, language);
    return item.kind === "shedding" ? t("run.shedding") : label;
  };
  const { generator_weight } = model.time;
  const weight = typeof generator_weight === "number" ? generator_weight : 1;
  const balances: BusBalance[] = result.buses.flatMap((bus, index) => {
    const data = answers[index]?.data;
    return data ? [{ bus: bus.name, label: labelOf(bus, language), items: busBalance(data, weight) }] : [];
  });
  if (balances.length < result.buses.length) return <TableSkeleton rows={5} />;
  return (
    <Stack gap="lg">
      {typeof generator_weight === "string" ? <Text c="dimmed">{t("run.balance.unweighted")}</Text> : null}
      <Flows balances={balances} naming={naming} />
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
        {result.buses.map((bus, index) => (
          <Panel key={bus.name}>
            <Title order={2} size="h5" mb={4}>
              {t("run.balance.of", { bus: labelOf(bus, language) })}
            </Title>
            <DataTable
              caption={t("run.balance.of", { bus: labelOf(bus, language) })}
              rows={balances[index]?.items ?? []}
              rowKey={(item) => `${item.kind}/${item.name}`}
              columns={[
                { key: "name", title: t("run.column.technology"), cell: naming, order: naming },
                {
                  key: "kind",
                  title: t("run.column.kind"),
                  cell: ({ kind }) => t(`run.kind.${kind}`),
                  order: ({ kind }) => kind,
                },
                {
                  key: "mwh",
                  title: t("run.balance.energy"),
                  numeric: true,
                  cell: ({ mwh }) => formatQuantity(mwh, "MWh", language),
                  order: ({ mwh }) => mwh,
                },
              ]}
            />
            <Text size="sm" c="dimmed" mt="xs">
              {t("run.balance.error", { error: formatTiny(bus.max_abs_imbalance_mw, language) })}
            </Text>
          </Panel>
        ))}
      </SimpleGrid>
    </Stack>
  );
}

function Flows({ balances, naming }: { balances: BusBalance[]; naming: (item: Balance) => string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const theme = useChartTheme();
  const narrow = useNarrow();
  const { run, model } = useRunResults();
  const graph = flowGraph(balances, naming, useColours(model));
  if (!graph) return null;
  const label = new Map(graph.nodes.map((node) => [node.id, node.label]));
  const text = (mwh: number) => formatQuantity(mwh, "MWh", language);
  return (
    <Panel help={t("run.balance.help")}>
      <Chart
        title={t("run.balance.title")}
        description={graph.edges
          .map(({ source, target, mwh }) => `${label.get(source)} → ${label.get(target)} ${text(mwh)}`)
          .join(", ")}
        option={sankeyOption(graph, text, theme, narrow)}
        height={Math.max(320, 46 * Math.max(graph.nodes.length / 1.6, 6))}
        fileName={fileName(`${run.plan_name ?? ""} ${run.number} ${t("run.balance.title")}`)}
        table={() => ({
          columns: [t("run.balance.from"), t("run.balance.to"), `${t("run.balance.energy")} (MWh)`],
          rows: graph.edges.map(({ source, target, mwh }) => [
            label.get(source) ?? source,
            label.get(target) ?? target,
            mwh,
          ]),
        })}
      />
    </Panel>
  );
}
