// SPDX-License-Identifier: Apache-2.0
import { Table, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { formatNumber } from "../lib/format";
import { useLanguage } from "../shell";
import type { WeatherComparison } from "./api";
import { measureOf } from "./wishes";

/** Series as they were and as they are made, side by side over the plan's periods, also on a narrow screen. */
export function Comparison(props: { series: WeatherComparison[]; hoursPerPeriod: number; caption: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const cell = (value: number | undefined, of: WeatherComparison["before"]) => (
    <Table.Td ta="right" style={{ verticalAlign: "top" }}>
      {value === undefined ? t("plan.weather.none") : formatNumber(value, language)}
      {of ? (
        <Text size="xs" c="dimmed">
          {t("plan.weather.range", {
            least: formatNumber(of.minimum, language),
            greatest: formatNumber(of.maximum, language),
          })}
        </Text>
      ) : null}
    </Table.Td>
  );
  return (
    <Table verticalSpacing={6} horizontalSpacing={6} captionSide="top">
      <Table.Caption ta="left" mt={0}>
        {props.caption}
      </Table.Caption>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{t("plan.weather.series")}</Table.Th>
          <Table.Th ta="right">{t("plan.weather.before")}</Table.Th>
          <Table.Th ta="right">{t("plan.weather.after")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {props.series.map((one) => {
          const { measure, before, after } = measureOf(one, props.hoursPerPeriod);
          return (
            <Table.Tr key={one.name}>
              <Table.Th scope="row" fw={400} style={{ overflowWrap: "anywhere", verticalAlign: "top" }}>
                {one.name}
                <Text size="xs" c="dimmed">
                  {t(`plan.weather.measure.${measure}`)}
                </Text>
              </Table.Th>
              {cell(before, one.before)}
              {cell(after, one.after)}
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}
