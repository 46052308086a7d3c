// SPDX-License-Identifier: Apache-2.0
// A whole year as days × hours of the day: the price, the demand, what renewables leave of it, a plant, or a store's level.

import { Group, Select } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { Chart } from "../../../components/chart/Chart";
import { dispatchQuery } from "../api/queries";
import type { Dispatch } from "../api/types";
import { carpetOption } from "../charts/curves";
import { wallTime } from "../lib/clock";
import { fileName } from "../lib/download";
import { formatNumber, formatQuantity, formatRate } from "../lib/format";
import { labelByName, labelOf } from "../lib/labels";
import { text, useChartTheme, useLanguage, useUrlState } from "../shell";
import { Panel } from "./CapacityCharts";
import { useRunResults } from "./results";
import { TableSkeleton } from "./skeletons";

/// What can be looked at, by key; sums of several flows by one name.
function quantities(dispatch: Dispatch): { key: string; unit: "price" | "MW" | "MWh"; values: number[] }[] {
  const demand = new Array<number>(dispatch.price.length).fill(0);
  for (const { kind, values } of dispatch.series)
    if (kind === "load") {
      values.forEach((value, at) => {
        demand[at] = (demand[at] ?? 0) - value;
      });
    }
  return [
    { key: "price", unit: "price", values: dispatch.price },
    { key: "demand", unit: "MW", values: demand },
    ...dispatch.series
      .filter(({ kind }) => kind !== "load")
      .map(({ kind, component, values }) => ({
        key: `${kind}/${component}`,
        unit: kind === "store_level" ? ("MWh" as const) : ("MW" as const),
        values,
      })),
  ];
}

/// Shown for hourly models of a week or more.
export function HeatMap({ bus }: { bus: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const theme = useChartTheme();
  const [search, update] = useUrlState();
  const { run, result, model } = useRunResults();
  const { periods } = model.time;
  const hourly = (model.time.hours_per_period ?? 1) === 1 && periods >= 168;
  const { data } = useQuery({
    ...dispatchQuery(run, bus, { from: 0, to: periods, step: 1 }),
    enabled: hourly,
  });
  const list = useMemo(() => (data ? quantities(data) : []), [data]);
  const wanted = text(search.map);
  const chosen = list.find(({ key }) => key === wanted) ?? list[0];
  const option = useMemo(() => {
    if (!data || !chosen) return undefined;
    const clock = { start: Date.parse(data.start), timeZone: data.time_zone, hoursPerPeriod: 1 };
    const say = (value: number) =>
      chosen.unit === "price"
        ? formatRate(value, model.currency, "MWh", language)
        : formatQuantity(value, chosen.unit, language);
    return {
      clock,
      option: carpetOption(chosen.values, clock, { text: say, hour: t("run.column.time") }, theme),
    };
  }, [data, chosen, model.currency, language, theme, t]);
  if (!hourly) return null;
  if (!data || data.bus !== bus || !chosen || !option) return <TableSkeleton rows={6} />;
  const called = (key: string) => {
    if (key === "price" || key === "demand") return t(`run.dispatch.${key}`);
    const series = data.series.find(({ kind, component }) => `${kind}/${component}` === key);
    if (!series) return key;
    const name =
      series.kind === "shedding"
        ? t("run.shedding_at", { bus: labelByName(result.buses, bus, language) })
        : labelOf({ ...series, name: series.component }, language);
    return series.kind === "store_level" ? `${name} · ${t("run.dispatch.level")}` : name;
  };
  const title = t("run.map.title", {
    bus: labelByName(result.buses, bus, language),
    what: called(chosen.key),
  });
  return (
    <Panel help={t("run.map.help")}>
      <Group mb="xs">
        <Select
          label={t("run.map.what")}
          value={chosen.key}
          onChange={(next) => update({ map: next === "price" ? undefined : (next ?? undefined) })}
          data={list.map(({ key }) => ({ value: key, label: called(key) }))}
          allowDeselect={false}
          w={280}
          comboboxProps={{ withinPortal: false }}
        />
      </Group>
      <Chart
        title={title}
        description={t("run.map.description", {
          what: called(chosen.key),
          count: formatNumber(periods, language, 6),
        })}
        option={option.option}
        height={380}
        fileName={fileName(`${run.plan_name ?? ""} ${run.number} ${title}`)}
        table={() => ({
          columns: [
            t("run.column.time"),
            `${called(chosen.key)} (${chosen.unit === "price" ? `${model.currency}/MWh` : chosen.unit})`,
          ],
          rows: chosen.values.map((value, period) => [
            new Date(wallTime(option.clock, period)).toISOString().slice(0, 16).replace("T", " "),
            value,
          ]),
        })}
      />
    </Panel>
  );
}
