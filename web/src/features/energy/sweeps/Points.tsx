// SPDX-License-Identifier: Apache-2.0
import { Table, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { ChartTable } from "../../../components/chart/csv";
import { Panel } from "../components/CapacityCharts";
import { formatNumber, formatPercent, formatQuantity } from "../lib/format";
import { labelOf } from "../lib/labels";
import type { Sweep } from "./api";
import { built, useWords } from "./words";

/** Every point as a row; `plain`: numbers as they are, for files. */
export function usePointTable(sweep: Sweep): (plain: boolean) => ChartTable {
  const { t, language, money, name, value } = useWords(sweep);
  const swept = sweep.specification.parameters;
  return (plain) => ({
    columns: [
      t("sweep.point"),
      ...swept.map(({ at }) => name(at)),
      ...(swept.length === 0 ? [t("sweep.changed")] : []),
      t("plan.ensemble.status"),
      `${t("run.figure.total_cost")} (${sweep.currency})`,
      `${t("run.figure.co2_t")} (t)`,
      `${t("run.figure.shed_mwh")} (MWh)`,
      t("run.figure.self_sufficiency"),
      t("run.figure.renewable_share"),
      `${t("run.figure.investment")} (${sweep.currency})`,
      ...sweep.technologies.flatMap((technology, index) => {
        const label = labelOf(technology, language);
        const stores = sweep.results.some(({ capacities }) => capacities[index]?.mwh !== undefined);
        return stores ? [`${label} (MW)`, `${label} (MWh)`] : [`${label} (MW)`];
      }),
    ],
    rows: sweep.results.map((point) => {
      const show = (amount: number | undefined, words: (amount: number) => string) =>
        amount === undefined ? "–" : plain ? amount : words(amount);
      const share = (amount: number | undefined) => show(amount, (size) => formatPercent(size, language));
      return [
        point.number + 1,
        ...(swept.length === 0
          ? [
              point.changes
                .map((change) => `${name(change.at)}: ${value(change.at, change.value)}`)
                .join(", ") || t("sweep.as_it_stands"),
            ]
          : point.changes.map((change) => (plain ? change.value : value(change.at, change.value)))),
        t(`run.status.${point.status}`),
        show(point.total_cost, money),
        show(point.co2_t, (size) => formatQuantity(size, "t", language)),
        show(point.shed_mwh, (size) => formatNumber(built(size), language)),
        share(point.self_sufficiency),
        share(point.renewable_share),
        show(point.investment, money),
        ...sweep.technologies.flatMap((_, index) => {
          const capacity = point.capacities[index];
          const stores = sweep.results.some(({ capacities }) => capacities[index]?.mwh !== undefined);
          const mw = show(capacity?.mw, (size) => formatNumber(built(size), language));
          return stores ? [mw, show(capacity?.mwh, (size) => formatNumber(built(size), language))] : [mw];
        }),
      ];
    }),
  });
}

export function Points({ table }: { table: ChartTable }) {
  const { t } = useTranslation();
  return (
    <Panel>
      <Title order={2} size="h4" mb="xs">
        {t("sweep.all_points")}
      </Title>
      <Table.ScrollContainer
        minWidth={1400}
        scrollAreaProps={{
          viewportProps: { tabIndex: 0, role: "region", "aria-label": t("sweep.all_points") },
        }}
      >
        <Table verticalSpacing="xs" data-points={table.rows.length}>
          <Table.Thead>
            <Table.Tr>
              {table.columns.map((column) => (
                <Table.Th key={column} style={{ whiteSpace: "nowrap" }}>
                  {column}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {table.rows.map((row) => (
              <Table.Tr key={row[0]}>
                {row.map((cell, index) => (
                  <Table.Td key={table.columns[index]} className="num" style={{ whiteSpace: "nowrap" }}>
                    {cell}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Panel>
  );
}
