// SPDX-License-Identifier: Apache-2.0
// How safe the plan is: firm capacity over the peak, and what the chosen plants leave unserved in other weather years.

import { Badge, Card, Group, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Reserve, YearOfWeather } from "../api/types";
import { formatNumber, formatPercent, formatQuantity, formatSigned } from "../lib/format";
import { labelByName } from "../lib/labels";
import { useLanguage } from "../shell";
import { Panel } from "./CapacityCharts";
import { DataTable } from "./DataTable";
import { useResults } from "./results";

export function AdequacyPanel() {
  const { t } = useTranslation();
  const { result } = useResults();
  if (!result.reserve) return null;
  return (
    <section aria-labelledby="adequacy">
      <Title order={2} size="h4" id="adequacy" mb="sm">
        {t("run.adequacy.title")}
      </Title>
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
        <Margin reserve={result.reserve} />
        <WeatherYears years={result.weather_years ?? []} />
      </SimpleGrid>
    </section>
  );
}

function Margin({ reserve }: { reserve: Reserve }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { model } = useResults();
  const mw = (value: number) => formatQuantity(value, "MW", language);
  const own = reserve.own_firm_mw / reserve.peak_mw - 1;
  const signed = (share: number) => formatSigned(share, (size) => formatPercent(size, language));
  return (
    <Panel help={t("run.adequacy.help")}>
      <Group gap="xs" align="baseline" mb={4}>
        <Text size="xl" fw={700} className="num">
          {signed(reserve.margin)}
        </Text>
        <Badge variant="light" color={reserve.margin < 0 ? "orange" : "green"}>
          {t("run.adequacy.margin")}
        </Badge>
      </Group>
      <Text mb="xs">
        {t("run.adequacy.words", {
          firm: mw(reserve.firm_mw),
          peak: mw(reserve.peak_mw),
          own: signed(own),
        })}
      </Text>
      <DataTable
        caption={t("run.adequacy.firm")}
        rows={reserve.firm}
        rowKey={({ kind, name }) => `${kind}/${name}`}
        columns={[
          {
            key: "name",
            title: t("run.column.technology"),
            cell: ({ kind, name }) =>
              labelByName(
                (kind === "generator" ? model.generators : kind === "link" ? model.links : model.stores) ??
                  [],
                name,
                language,
              ),
          },
          {
            key: "capacity",
            title: t("run.column.capacity_mw"),
            numeric: true,
            cell: ({ capacity_mw }) => mw(capacity_mw),
            order: ({ capacity_mw }) => capacity_mw,
          },
          {
            key: "credit",
            title: t("run.adequacy.credit"),
            numeric: true,
            cell: ({ credit }) => formatPercent(credit, language),
            order: ({ credit }) => credit,
          },
          {
            key: "firm",
            title: t("run.adequacy.counted"),
            numeric: true,
            cell: ({ firm_mw }) => mw(firm_mw),
            order: ({ firm_mw }) => firm_mw,
          },
        ]}
      />
    </Panel>
  );
}

function WeatherYears({ years }: { years: YearOfWeather[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (years.length === 0)
    return (
      <Card withBorder radius="lg" padding="md">
        <Stack gap={4}>
          <Text fw={600}>{t("run.adequacy.years")}</Text>
          <Text c="dimmed">{t("run.adequacy.no_years")}</Text>
        </Stack>
      </Card>
    );
  return (
    <Panel help={t("run.adequacy.years_help")}>
      <Text fw={600} mb="xs">
        {t("run.adequacy.years")}
      </Text>
      <DataTable
        caption={t("run.adequacy.years")}
        rows={years}
        rowKey={({ year }) => year}
        columns={[
          {
            key: "year",
            title: t("run.adequacy.year"),
            cell: ({ year }) => year || t("run.adequacy.own_year"),
            order: ({ year }) => year,
          },
          {
            key: "shed",
            title: t("run.figure.shed_mwh"),
            numeric: true,
            cell: ({ status, shed_mwh }) =>
              status === "optimal" ? formatQuantity(shed_mwh, "MWh", language) : t(`run.status.${status}`),
            order: ({ shed_mwh }) => shed_mwh,
          },
          {
            key: "hours",
            title: t("run.adequacy.hours"),
            numeric: true,
            cell: ({ shed_hours }) => `${formatNumber(shed_hours, language)} h`,
            order: ({ shed_hours }) => shed_hours,
          },
          {
            key: "largest",
            title: t("run.adequacy.largest"),
            numeric: true,
            cell: ({ largest_mw }) => formatQuantity(largest_mw, "MW", language),
            order: ({ largest_mw }) => largest_mw,
          },
        ]}
      />
    </Panel>
  );
}
