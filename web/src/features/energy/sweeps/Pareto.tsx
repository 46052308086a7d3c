// SPDX-License-Identifier: Apache-2.0
import { Alert, Text } from "@mantine/core";
import { Chart } from "../../../components/chart/Chart";
import { Panel } from "../components/CapacityCharts";
import { formatNumber, formatQuantity } from "../lib/format";
import { useChartTheme, useNarrow } from "../shell";
import { paretoOption } from "./charts";
import type { Choice } from "./PointChoice";
import { useWords } from "./words";

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
export function Pareto({ sweep, chosen, onChoose }: Choice) {
  const { t, language, money, name, value, titleOf } = useWords(sweep);
  const theme = useChartTheme();
  const narrow = useNarrow();
  const solved = sweep.results.filter(({ status }) => status === "optimal");
  const second = sweep.specification.parameters[1];
  const values = second?.values ?? [undefined];
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
            onChoose(lines[seriesIndex]?.points[dataIndex]?.number);
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
    </Panel>
  );
}
