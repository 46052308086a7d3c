// SPDX-License-Identifier: Apache-2.0
import { Alert, Select, Table, Text } from "@mantine/core";
import { useState } from "react";
import { Chart } from "../../../components/chart/Chart";
import { Panel } from "../components/CapacityCharts";
import { formatNumber, formatPercent, formatQuantity } from "../lib/format";
import { labelOf } from "../lib/labels";
import { useChartTheme, useNarrow } from "../shell";
import type { Sweep, SweepPoint } from "./api";
import { paretoOption } from "./charts";
import { built, useWords } from "./words";

const kColours = [
  "#1d5fa8",
  "#c2410c",
  "#15803d",
  "#7e22ce",
  "#a16207",
  "#0e7490",
  "#be123c",
  "#4d7c0f",
  "#6d28d9",
  "#475569",
];

/** Cost against CO2: a line over the first parameter for each value of the second. */
export function Pareto({ sweep }: { sweep: Sweep }) {
  const { t, language, money, name, value } = useWords(sweep);
  const theme = useChartTheme();
  const narrow = useNarrow();
  const [chosen, setChosen] = useState<number | undefined>();
  const solved = sweep.results.filter(({ status }) => status === "optimal");
  const second = sweep.specification.parameters[1];
  const values = second?.values ?? [undefined];
  const titleOf = (point: SweepPoint) =>
    point.changes.map((change) => `${name(change.at)}: ${value(change.at, change.value)}`).join(", ");
  const lines = values.map((of, index) => ({
    name: second && of !== undefined ? value(second.at, of) : t("sweep.front"),
    colour: values.length === 1 ? theme.accent : (kColours[index % kColours.length] ?? theme.accent),
    points: solved
      .filter(({ number }) => number % values.length === index)
      .map((point) => ({
        x: point.co2_t ?? 0,
        y: point.total_cost ?? 0,
        number: point.number,
        title: titleOf(point),
      })),
  }));
  const one = sweep.results.find(({ number }) => number === chosen);
  const unsolved = sweep.results.length - solved.length;
  const shed = solved.filter(({ shed_mwh = 0 }) => shed_mwh > 1).length;
  return (
    <Panel>
      <Chart
        title={t("sweep.pareto")}
        description={solved
          .map(
            (point) =>
              `${titleOf(point)}: ${money(point.total_cost)}, ${formatQuantity(point.co2_t, "t", language)}`,
          )
          .join("; ")}
        option={paretoOption(
          lines,
          chosen,
          {
            x: `${t("run.figure.co2_t")} (t)`,
            y: t("run.figure.total_cost"),
            axisX: (amount) => formatNumber(amount, language),
            axisY: (amount) => money(amount),
            textX: (amount) => formatQuantity(amount, "t", language),
            textY: (amount) => money(amount),
          },
          theme,
          narrow,
        )}
        height={narrow ? 320 : 420}
        fileName="sweep"
        onEvents={{
          click: (event) => {
            const { seriesIndex = 0, dataIndex = -1 } = event as { seriesIndex?: number; dataIndex?: number };
            setChosen(lines[seriesIndex]?.points[dataIndex]?.number);
          },
        }}
        table={() => ({
          columns: [
            t("sweep.point"),
            `${t("run.figure.co2_t")} (t)`,
            `${t("run.figure.total_cost")} (${sweep.currency})`,
          ],
          rows: solved.map((point) => [titleOf(point), point.co2_t ?? "", point.total_cost ?? ""]),
        })}
      />
      {second && (
        <Text size="sm" c="dimmed">
          {t("sweep.family", { name: name(second.at) })}
        </Text>
      )}
      {shed > 0 && (
        <Alert color="orange" variant="light" mt="sm">
          {t("sweep.shed", { count: shed })}
        </Alert>
      )}
      {unsolved > 0 && (
        <Alert color="orange" variant="light" mt="sm">
          {t("sweep.unsolved", { count: unsolved })}
        </Alert>
      )}
      <Select
        mt="md"
        label={t("sweep.choose_point")}
        data={solved.map((point) => ({ value: String(point.number), label: titleOf(point) }))}
        value={chosen === undefined ? null : String(chosen)}
        onChange={(next) => setChosen(next === null ? undefined : Number(next))}
      />
      {one && <PointDetails sweep={sweep} point={one} title={titleOf(one)} />}
    </Panel>
  );
}

function PointDetails({ sweep, point, title }: { sweep: Sweep; point: SweepPoint; title: string }) {
  const { t, language, money } = useWords(sweep);
  const figures: [string, string][] = [
    [t("run.figure.total_cost"), money(point.total_cost)],
    [t("run.figure.co2_t"), formatQuantity(point.co2_t, "t", language)],
    [t("run.figure.shed_mwh"), formatQuantity(built(point.shed_mwh ?? 0), "MWh", language)],
    [t("run.figure.self_sufficiency"), formatPercent(point.self_sufficiency, language)],
    [t("run.figure.renewable_share"), formatPercent(point.renewable_share, language)],
    [t("run.figure.investment"), money(point.investment)],
    ...sweep.technologies.map(({ name, label_ko, label_en }, index): [string, string] => {
      const capacity = point.capacities[index];
      const mwh =
        capacity?.mwh === undefined ? "" : ` · ${formatQuantity(built(capacity.mwh), "MWh", language)}`;
      return [
        labelOf({ name, label_ko, label_en }, language),
        `${formatQuantity(built(capacity?.mw ?? 0), "MW", language)}${mwh}`,
      ];
    }),
  ];
  return (
    <Table mt="md" verticalSpacing="xs" aria-label={title} data-point>
      <Table.Tbody>
        {figures.map(([name, said]) => (
          <Table.Tr key={name}>
            <Table.Th scope="row" fw={500}>
              {name}
            </Table.Th>
            <Table.Td ta="right" className="num">
              {said}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
