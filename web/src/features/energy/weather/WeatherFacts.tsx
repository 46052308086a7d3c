// SPDX-License-Identifier: Apache-2.0
import { Alert, List, Stack, Table, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { formatNumber } from "../lib/format";
import { useLanguage } from "../shell";
import type { WeatherMonth, WeatherPreview } from "./api";

/** What a weather file holds: where, when, the means by month, and what it does not give. */
export function WeatherFacts({ preview }: { preview: WeatherPreview }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { place } = preview;
  const of = (value: number | undefined) => formatNumber(value, language, 3);
  /** As many decimals in each row, so that a column can be read down. */
  const mean = (value: number | undefined, decimals: number) =>
    value === undefined
      ? "–"
      : value.toLocaleString(language, {
          minimumFractionDigits: decimals,
          maximumFractionDigits: decimals,
        });
  const month = (index: number) =>
    index < 12
      ? new Intl.DateTimeFormat(language === "ko" ? "ko-KR" : "en-GB", {
          month: "short",
          timeZone: "UTC",
        }).format(Date.UTC(2030, index))
      : t("plan.weather.whole_year");
  const rows: (WeatherMonth & { index: number })[] = [...preview.months, preview.year].map((one, index) => ({
    ...one,
    index,
  }));
  return (
    <Stack gap="xs">
      <Text fw={600}>{t("plan.weather.place", { city: place.city, country: place.country })}</Text>
      <Text size="sm">
        {t("plan.weather.where", {
          latitude: place.latitude_deg.toFixed(2),
          longitude: place.longitude_deg.toFixed(2),
          elevation: of(place.elevation_m),
          offset: `${place.utc_offset_hours < 0 ? "−" : "+"}${Math.abs(place.utc_offset_hours)}`,
        })}
      </Text>
      <Text size="sm">
        {t(preview.first_year === preview.last_year ? "plan.weather.when_one" : "plan.weather.when", {
          hours: preview.hours.toLocaleString(language),
          from: preview.first_year,
          to: preview.last_year,
          coldest: of(preview.coldest_c),
          warmest: of(preview.warmest_c),
        })}
      </Text>
      {preview.gap_count === 0 ? (
        <Text size="sm">{t("plan.weather.no_gaps")}</Text>
      ) : (
        <Alert color="orange" title={t("plan.weather.gaps", { count: preview.gap_count })}>
          <List size="sm">
            {preview.gaps.slice(0, 5).map(({ line, column }) => (
              <List.Item key={`${line}${column}`}>
                {t("plan.weather.gap", { line, column: t(`plan.weather.column.${column}`, column) })}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
      <Table verticalSpacing={2} horizontalSpacing={6} captionSide="top">
        <Table.Caption ta="left" mt={0}>
          {t("plan.weather.means")}
        </Table.Caption>
        <Table.Thead>
          <Table.Tr>
            <Table.Th style={{ whiteSpace: "nowrap" }}>{t("plan.weather.month")}</Table.Th>
            <Table.Th ta="right">{t("plan.weather.temperature")}</Table.Th>
            <Table.Th ta="right">{t("plan.weather.global")}</Table.Th>
            <Table.Th ta="right">{t("plan.weather.wind_speed")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={row.index} fw={row.index === 12 ? 600 : 400}>
              <Table.Th scope="row" fw="inherit">
                {month(row.index)}
              </Table.Th>
              <Table.Td ta="right">{mean(row.temperature_c, 1)}</Table.Td>
              <Table.Td ta="right">{mean(row.global_kwh_m2_day, 2)}</Table.Td>
              <Table.Td ta="right">{mean(row.wind_m_s, 1)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Stack>
  );
}
