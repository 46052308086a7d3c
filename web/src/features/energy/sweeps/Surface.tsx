// SPDX-License-Identifier: Apache-2.0
// A sweep of two numbers as a map: one figure over both.

import { Select } from "@mantine/core";
import { useState } from "react";
import { Chart } from "../../../components/chart/Chart";
import { Panel } from "../components/CapacityCharts";
import { formatPercent, formatQuantity } from "../lib/format";
import { labelOf } from "../lib/labels";
import { useChartTheme, useNarrow } from "../shell";
import type { SweepPoint } from "./api";
import { surfaceOption } from "./charts";
import type { Choice } from "./PointChoice";
import { built, useWords } from "./words";

interface Figure {
  key: string;
  label: string;
  of: (point: SweepPoint) => number | undefined;
  text: (value: number) => string;
}

export function Surface({ sweep, chosen, onChoose }: Choice) {
  const { t, language, money, name, value, titleOf } = useWords(sweep);
  const theme = useChartTheme();
  const narrow = useNarrow();
  const [wanted, setWanted] = useState("total_cost");
  const [first, second] = sweep.specification.parameters;
  if (!first || !second) return null;
  const quantity = (unit: "MW" | "MWh" | "t") => (amount: number) =>
    formatQuantity(built(amount), unit, language);
  const share = (amount: number) => formatPercent(amount, language);
  const main: Omit<Figure, "label">[] = [
    { key: "total_cost", of: (point) => point.total_cost, text: money },
    { key: "co2_t", of: (point) => point.co2_t, text: quantity("t") },
    { key: "shed_mwh", of: (point) => point.shed_mwh, text: quantity("MWh") },
    { key: "self_sufficiency", of: (point) => point.self_sufficiency, text: share },
    { key: "renewable_share", of: (point) => point.renewable_share, text: share },
    { key: "investment", of: (point) => point.investment, text: money },
  ];
  const figures: Figure[] = main.map((one) => ({ ...one, label: t(`run.figure.${one.key}`) }));
  sweep.technologies.forEach((technology, index) => {
    const label = labelOf(technology, language);
    figures.push({
      key: `mw/${index}`,
      label: `${label} (MW)`,
      of: ({ capacities }) => capacities[index]?.mw,
      text: quantity("MW"),
    });
    if (sweep.results.some(({ capacities }) => capacities[index]?.mwh !== undefined))
      figures.push({
        key: `mwh/${index}`,
        label: `${label} (MWh)`,
        of: ({ capacities }) => capacities[index]?.mwh,
        text: quantity("MWh"),
      });
  });
  const figure = figures.find(({ key }) => key === wanted) ?? figures[0];
  if (!figure) return null;
  const rows = second.values.length;
  const cells = sweep.results.map((point) => ({
    x: Math.floor(point.number / rows),
    y: point.number % rows,
    number: point.number,
    value: point.status === "optimal" ? figure.of(point) : undefined,
  }));
  const solved = sweep.results.filter(({ status }) => status === "optimal");
  if (solved.length === 0) return null;
  const title = t("sweep.surface", { figure: figure.label });
  return (
    <Panel help={t("sweep.surface_help")}>
      <Select
        label={t("sweep.surface_figure")}
        data={figures.map(({ key, label }) => ({ value: key, label }))}
        value={figure.key}
        onChange={(next) => setWanted(next ?? "total_cost")}
        allowDeselect={false}
        searchable
        maw={360}
        mb="xs"
      />
      <Chart
        title={title}
        description={solved
          .map((point) => `${titleOf(point)}: ${figure.text(figure.of(point) ?? Number.NaN)}`)
          .join("; ")}
        option={surfaceOption(
          {
            xName: name(first.at),
            yName: name(second.at),
            xs: first.values.map((one) => value(first.at, one)),
            ys: second.values.map((one) => value(second.at, one)),
            cells,
          },
          chosen,
          { none: t("run.status.infeasible"), text: figure.text },
          theme,
          narrow,
        )}
        height={Math.max(narrow ? 360 : 420, 160 + 28 * rows)}
        fileName="sweep-map"
        onEvents={{
          click: (event) => onChoose(cells[(event as { dataIndex?: number }).dataIndex ?? -1]?.number),
        }}
        table={() => ({
          columns: [name(first.at), name(second.at), figure.label],
          rows: cells.map((cell) => [
            first.values[cell.x] ?? "",
            second.values[cell.y] ?? "",
            cell.value ?? t("run.status.infeasible"),
          ]),
        })}
      />
    </Panel>
  );
}
