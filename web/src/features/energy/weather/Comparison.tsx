// SPDX-License-Identifier: Apache-2.0
import { Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type Column, DataTable } from "../components/DataTable";
import { formatNumber } from "../lib/format";
import { useLanguage } from "../shell";
import type { WeatherComparison } from "./api";
import { measureOf } from "./wishes";

/** Series as they were and as they are made, side by side over the plan's periods. */
export function Comparison(props: { series: WeatherComparison[]; hoursPerPeriod: number; caption: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const cell = (value: number | undefined, of: WeatherComparison["before"]) => (
    <>
      {value === undefined ? t("plan.weather.none") : formatNumber(value, language)}
      {of ? (
        <Text size="xs" c="dimmed">
          {t("plan.weather.range", {
            least: formatNumber(of.minimum, language),
            greatest: formatNumber(of.maximum, language),
          })}
        </Text>
      ) : null}
    </>
  );
  const columns: Column<WeatherComparison>[] = [
    {
      key: "name",
      title: t("plan.weather.series"),
      cell: (one) => (
        <>
          {one.name}
          <Text size="xs" c="dimmed">
            {t(`plan.weather.measure.${measureOf(one, props.hoursPerPeriod).measure}`)}
          </Text>
        </>
      ),
    },
    {
      key: "before",
      title: t("plan.weather.before"),
      numeric: true,
      cell: (one) => cell(measureOf(one, props.hoursPerPeriod).before, one.before),
    },
    {
      key: "after",
      title: t("plan.weather.after"),
      numeric: true,
      cell: (one) => cell(measureOf(one, props.hoursPerPeriod).after, one.after),
    },
  ];
  return (
    <DataTable caption={props.caption} columns={columns} rows={props.series} rowKey={(one) => one.name} />
  );
}
