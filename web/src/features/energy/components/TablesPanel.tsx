// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Stack, Text, Title } from "@mantine/core";
import { IconDownload, IconPackage } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { packageUrl, type TableName, tableUrl } from "../api/queries";
import type { TechnologyResult } from "../api/types";
import { formatMoney, formatNumber, formatPercent, formatQuantity, formatRate } from "../lib/format";
import { labelByName, labelOf } from "../lib/labels";
import { useLanguage } from "../shell";
import { Panel } from "./CapacityCharts";
import { type Column, DataTable } from "./DataTable";
import { limitValue } from "./LimitsResult";
import { useRunResults, useTechnologyName } from "./results";

const kTables: TableName[] = ["summary", "technologies", "limits", "dispatch", "prices"];

const kPackages = ["pypsa", "datapackage"] as const;

export function TablesPanel() {
  const { t } = useTranslation();
  return (
    <Stack gap="lg">
      <Exports />
      <Panel>
        <Title order={2} size="h4" mb="xs">
          {t("run.table.technologies")}
        </Title>
        <Technologies />
      </Panel>
      <Panel>
        <Title order={2} size="h4" mb="xs">
          {t("run.table.buses")}
        </Title>
        <Buses />
      </Panel>
      <Panel>
        <Title order={2} size="h4" mb="xs">
          {t("run.table.limits")}
        </Title>
        <Limits />
      </Panel>
    </Stack>
  );
}

export function Exports() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { run } = useRunResults();
  return (
    <Panel help={t("run.export.help")}>
      <Title order={2} size="h4" mb="xs">
        {t("run.export.title")}
      </Title>
      <Group gap="xs">
        <Button
          component="a"
          href={tableUrl(run.id, "summary", "xlsx", language)}
          download
          leftSection={<IconDownload size={18} aria-hidden />}
        >
          {t("run.export.xlsx")}
        </Button>
        {kTables.map((table) => (
          <Button
            key={table}
            component="a"
            href={tableUrl(run.id, table, "csv", language)}
            download
            variant="default"
          >
            {t("run.export.csv", { table: t(`run.export.${table}`) })}
          </Button>
        ))}
        {kPackages.map((format) => (
          <Button
            key={format}
            component="a"
            href={packageUrl(run.id, format, language)}
            download
            variant="default"
            leftSection={<IconPackage size={18} aria-hidden />}
          >
            {t(`run.export.${format}`)}
          </Button>
        ))}
      </Group>
    </Panel>
  );
}

function Technologies() {
  const { t } = useTranslation();
  const language = useLanguage();
  const name = useTechnologyName();
  const { result, currency } = useRunResults();
  const money = (value: number) => formatMoney(value, currency, language);
  const energy = (value: number) => formatQuantity(value, "MWh", language);
  const numeric = (
    key: keyof TechnologyResult,
    cell: (value: number) => string,
  ): Column<TechnologyResult> => ({
    key,
    title: t(`run.column.${key}`),
    numeric: true,
    cell: (row) => cell(Number(row[key])),
    order: (row) => Number(row[key]),
  });
  return (
    <DataTable
      caption={t("run.table.technologies")}
      rows={result.technologies}
      rowKey={({ kind, name: key }) => `${kind}/${key}`}
      columns={[
        { key: "name", title: t("run.column.technology"), cell: name, order: name },
        {
          key: "kind",
          title: t("run.column.kind"),
          cell: ({ kind }) => t(`run.kind.${kind}`),
          order: ({ kind }) => kind,
        },
        {
          key: "bus",
          title: t("run.bus"),
          cell: ({ bus }) => labelByName(result.buses, bus, language),
          order: ({ bus }) => bus,
        },
        numeric("capacity_mw", (value) => formatQuantity(value, "MW", language)),
        {
          key: "energy",
          title: t("run.storage.energy"),
          numeric: true,
          cell: ({ energy_capacity_mwh }) => formatQuantity(energy_capacity_mwh, "MWh", language),
          order: ({ energy_capacity_mwh }) => energy_capacity_mwh,
        },
        numeric("output_mwh", energy),
        numeric("input_mwh", energy),
        numeric("curtailed_mwh", energy),
        numeric("full_load_hours", (value) => `${formatNumber(value, language)} h`),
        numeric("capital_cost", money),
        numeric("marginal_cost", money),
        numeric("co2_t", (value) => formatQuantity(value, "t", language)),
        numeric("investment", money),
      ]}
    />
  );
}

function Buses() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { result, currency } = useRunResults();
  const rate = (value: number) => formatRate(value, currency, "MWh", language);
  return (
    <DataTable
      caption={t("run.table.buses")}
      rows={result.buses}
      rowKey={({ name }) => name}
      columns={[
        {
          key: "name",
          title: t("run.bus"),
          cell: (bus) => labelOf(bus, language),
          order: (bus) => labelOf(bus, language),
        },
        {
          key: "demand",
          title: t("run.figure.demand_mwh"),
          numeric: true,
          cell: ({ demand_mwh }) => formatQuantity(demand_mwh, "MWh", language),
          order: ({ demand_mwh }) => demand_mwh,
        },
        {
          key: "peak",
          title: t("run.column.peak_mw"),
          numeric: true,
          cell: ({ peak_mw }) => formatQuantity(peak_mw, "MW", language),
          order: ({ peak_mw }) => peak_mw,
        },
        {
          key: "shed",
          title: t("run.figure.shed_mwh"),
          numeric: true,
          cell: ({ shed_mwh }) => formatQuantity(shed_mwh, "MWh", language),
          order: ({ shed_mwh }) => shed_mwh,
        },
        {
          key: "mean",
          title: t("run.column.mean_price"),
          numeric: true,
          cell: ({ mean_price }) => rate(mean_price),
          order: ({ mean_price }) => mean_price,
        },
        {
          key: "maximum",
          title: t("run.column.maximum_price"),
          numeric: true,
          cell: ({ maximum_price }) => rate(maximum_price),
          order: ({ maximum_price }) => maximum_price,
        },
      ]}
    />
  );
}

function Limits() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { result, currency } = useRunResults();
  if (result.limits.length === 0) return <Text c="dimmed">{t("run.limits.none")}</Text>;
  return (
    <DataTable
      caption={t("run.table.limits")}
      rows={result.limits}
      rowKey={({ name }) => name}
      columns={[
        {
          key: "name",
          title: t("run.column.limit"),
          cell: (limit) => labelOf(limit, language),
          order: (limit) => labelOf(limit, language),
        },
        {
          key: "bound",
          title: t("run.column.bound"),
          numeric: true,
          cell: ({ kind, bound }) => limitValue(kind, bound, currency, language),
        },
        {
          key: "achieved",
          title: t("run.column.achieved"),
          numeric: true,
          cell: ({ kind, achieved }) => limitValue(kind, achieved, currency, language),
        },
        {
          key: "share",
          title: t("run.column.used"),
          numeric: true,
          cell: ({ bound, achieved }) => (bound > 0 ? formatPercent(achieved / bound, language) : "–"),
          order: ({ bound, achieved }) => (bound > 0 ? achieved / bound : undefined),
        },
      ]}
    />
  );
}
