// SPDX-License-Identifier: Apache-2.0
// One point of a sweep, chosen in a chart or from the list, with all its figures.

import { Select, Table } from "@mantine/core";
import { Panel } from "../components/CapacityCharts";
import { formatPercent, formatQuantity } from "../lib/format";
import { labelOf } from "../lib/labels";
import type { Sweep, SweepPoint } from "./api";
import { built, useWords } from "./words";

export interface Choice {
  sweep: Sweep;
  /** The point's number. */
  chosen: number | undefined;
  onChoose: (number: number | undefined) => void;
}

export function PointChoice({ sweep, chosen, onChoose }: Choice) {
  const { t, titleOf } = useWords(sweep);
  const solved = sweep.results.filter(({ status }) => status === "optimal");
  if (solved.length === 0) return null;
  const one = solved.find(({ number }) => number === chosen);
  return (
    <Panel>
      <Select
        label={t("sweep.choose_point")}
        placeholder={t("sweep.choose_hint")}
        data={solved.map((point) => ({ value: String(point.number), label: titleOf(point) }))}
        value={chosen === undefined ? null : String(chosen)}
        onChange={(next) => onChoose(next === null ? undefined : Number(next))}
        clearable
        clearButtonProps={{ "aria-label": t("people.clear_one") }}
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
