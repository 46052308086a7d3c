// SPDX-License-Identifier: Apache-2.0
import { Alert, List, Stack, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type Column, DataTable } from "../components/DataTable";
import { formatNumber } from "../lib/format";
import { useLanguage } from "../shell";
import type { WeatherMonth, WeatherPreview } from "./api";

/** What a weather file holds: where, when, the means by month, and what it does not give. */
export function WeatherFacts({ preview }: { preview: WeatherPreview }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { place } = preview;
  const of = (value: number | undefined) => formatNumber(value, language, 3);
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
  const columns: Column<WeatherMonth & { index: number }>[] = [
    { key: "month", title: t("plan.weather.month"), cell: (row) => month(row.index) },
    {
      key: "temperature",
      title: t("plan.weather.temperature"),
      numeric: true,
      cell: (row) => of(row.temperature_c),
    },
    {
      key: "global",
      title: t("plan.weather.global"),
      numeric: true,
      cell: (row) => of(row.global_kwh_m2_day),
    },
    { key: "wind", title: t("plan.weather.wind_speed"), numeric: true, cell: (row) => of(row.wind_m_s) },
  ];
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
        {t("plan.weather.when", {
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
      <DataTable
        caption={t("plan.weather.means")}
        columns={columns}
        rows={rows}
        rowKey={(row) => String(row.index)}
        maxHeight={260}
      />
    </Stack>
  );
}
