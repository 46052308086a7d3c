// SPDX-License-Identifier: Apache-2.0
// What many samples say: how cost spreads, how far each capacity does, what the plan's own design would cost more, and how far a
// capacity may move while the plan stays near its optimum.

import { Card, SimpleGrid, Stack, Table, Text, Title } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { Chart } from "../../../components/chart/Chart";
import type { Ensemble } from "../api/types";
import { barsHeight, barsOption } from "../charts/bars";
import { type Range, rangesHeight, rangesOption } from "../charts/ranges";
import { technologyColours } from "../lib/colours";
import { fileName } from "../lib/download";
import { formatMoney, formatNumber, formatPercent, formatQuantity, moneyScale } from "../lib/format";
import { labelOf } from "../lib/labels";
import { histogram, type Spread, spreadOf } from "../lib/spread";
import { useChartTheme, useLanguage, useNarrow } from "../shell";
import { Panel } from "./CapacityCharts";

export function EnsembleResults({ ensemble }: { ensemble: Ensemble }) {
  const { t } = useTranslation();
  const solved = ensemble.results.filter(({ status }) => status === "optimal");
  const missed = ensemble.results.length - solved.length;
  return (
    <Stack gap="lg">
      {missed > 0 ? <Text>{t("run.ensemble.missed", { count: missed })}</Text> : null}
      {solved.length > 0 ? (
        <>
          <Spreads ensemble={ensemble} />
          <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
            <Distribution ensemble={ensemble} field="total_cost" />
            <Distribution ensemble={ensemble} field="regret" />
          </SimpleGrid>
          <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
            <Capacities ensemble={ensemble} unit="MW" />
            <Capacities ensemble={ensemble} unit="MWh" />
          </SimpleGrid>
        </>
      ) : null}
      {(ensemble.ranges ?? []).length > 0 ? <NearOptimal ensemble={ensemble} /> : null}
    </Stack>
  );
}

function valuesOf(
  ensemble: Ensemble,
  pick: (sample: Ensemble["results"][number]) => number | undefined,
): number[] {
  return ensemble.results
    .filter(({ status }) => status === "optimal")
    .map(pick)
    .filter((value): value is number => value !== undefined);
}

function Spreads({ ensemble }: { ensemble: Ensemble }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const money = (value: number) => formatMoney(value, ensemble.currency, language);
  const rows: [string, Spread | undefined, (value: number) => string][] = [
    [t("run.figure.total_cost"), spreadOf(valuesOf(ensemble, (s) => s.total_cost)), money],
    [
      t("run.figure.co2_t"),
      spreadOf(valuesOf(ensemble, (s) => s.co2_t)),
      (value) => formatQuantity(value, "t", language),
    ],
    [
      t("run.figure.self_sufficiency"),
      spreadOf(valuesOf(ensemble, (s) => s.self_sufficiency)),
      (value) => formatPercent(value, language),
    ],
    [
      t("run.figure.renewable_share"),
      spreadOf(valuesOf(ensemble, (s) => s.renewable_share)),
      (value) => formatPercent(value, language),
    ],
    [
      t("run.figure.shed_mwh"),
      spreadOf(valuesOf(ensemble, (s) => s.shed_mwh)),
      (value) => formatQuantity(value, "MWh", language),
    ],
    [t("run.ensemble.regret"), spreadOf(valuesOf(ensemble, (s) => s.regret)), money],
  ];
  return (
    <Card withBorder radius="lg" component="section" aria-labelledby="ensemble-spreads">
      <Title order={2} size="h4" id="ensemble-spreads" mb="xs">
        {t("run.ensemble.spreads", { count: ensemble.results.length })}
      </Title>
      <Table.ScrollContainer minWidth={420} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("run.ensemble.figure")}</Table.Th>
              <Table.Th ta="right">5 %</Table.Th>
              <Table.Th ta="right">{t("run.ensemble.median")}</Table.Th>
              <Table.Th ta="right">95 %</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(([name, spread, say]) =>
              spread ? (
                <Table.Tr key={name}>
                  <Table.Th scope="row" fw={500}>
                    {name}
                  </Table.Th>
                  <Table.Td ta="right">{say(spread.low)}</Table.Td>
                  <Table.Td ta="right" fw={700}>
                    {say(spread.median)}
                  </Table.Td>
                  <Table.Td ta="right">{say(spread.high)}</Table.Td>
                </Table.Tr>
              ) : null,
            )}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Card>
  );
}

function Distribution({ ensemble, field }: { ensemble: Ensemble; field: "total_cost" | "regret" }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const theme = useChartTheme();
  const narrow = useNarrow();
  const values = valuesOf(ensemble, (sample) => sample[field]);
  const bins = histogram(values);
  if (bins.length === 0) return null;
  const scale = moneyScale(bins.at(-1)?.to ?? 0, ensemble.currency, language);
  const label = ({ from, to }: { from: number; to: number }) =>
    `${formatNumber(from / scale.factor, language)} – ${formatNumber(to / scale.factor, language)}`;
  const title = t(`run.ensemble.${field}_title`, { unit: scale.unit });
  const samples = (count: number) => t("run.ensemble.count", { count });
  const spread = spreadOf(values);
  return (
    <Panel help={t(`run.ensemble.${field}_help`)}>
      <Chart
        title={title}
        description={t("run.ensemble.description", {
          low: formatMoney(spread?.low, ensemble.currency, language),
          high: formatMoney(spread?.high, ensemble.currency, language),
        })}
        option={barsOption({
          categories: bins.map(label),
          series: [
            { name: t("run.ensemble.samples"), colour: theme.accent, values: bins.map(({ count }) => count) },
          ],
          stacked: false,
          axis: (value) => formatNumber(value, language, 6),
          text: samples,
          theme,
          narrow,
        })}
        height={barsHeight(bins.length, 0, false)}
        fileName={fileName(`${ensemble.plan_name} ${title}`)}
        table={() => ({
          columns: [
            `${t("run.ensemble.from")} (${ensemble.currency})`,
            `${t("run.ensemble.to")} (${ensemble.currency})`,
            t("run.ensemble.samples"),
          ],
          rows: bins.map(({ from, to, count }) => [from, to, count]),
        })}
      />
    </Panel>
  );
}

function useColours(ensemble: Ensemble): Map<string, string> {
  return technologyColours(ensemble.technologies.map((technology) => ({ ...technology })));
}

function Capacities({ ensemble, unit }: { ensemble: Ensemble; unit: "MW" | "MWh" }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const theme = useChartTheme();
  const narrow = useNarrow();
  const colours = useColours(ensemble);
  const ranges: Range[] = ensemble.technologies.flatMap((technology, index) => {
    const spread = spreadOf(
      valuesOf(ensemble, ({ capacities }) =>
        unit === "MW" ? capacities[index]?.mw : capacities[index]?.mwh,
      ),
    );
    if (!spread || spread.high < 1e-3) return [];
    const colour = colours.get(technology.name) ?? theme.accent;
    return [
      {
        name: labelOf(technology, language),
        colour,
        low: spread.low,
        high: spread.high,
        mark: spread.median,
      },
    ];
  });
  if (ranges.length === 0) return null;
  const title = t(`run.ensemble.capacity_${unit}`);
  return (
    <Ranges
      title={title}
      help={t("run.ensemble.capacity_help")}
      ranges={ranges}
      unit={unit}
      file={`${ensemble.plan_name} ${title}`}
      mark={t("run.ensemble.median")}
      ends={["5 %", "95 %"]}
      theme={theme}
      narrow={narrow}
    />
  );
}

function NearOptimal({ ensemble }: { ensemble: Ensemble }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const theme = useChartTheme();
  const narrow = useNarrow();
  const colours = useColours(ensemble);
  const names = new Map(
    ensemble.technologies.map((technology) => [technology.name, labelOf(technology, language)]),
  );
  const groups = [...new Set((ensemble.ranges ?? []).map(({ slack, unit }) => `${slack} ${unit}`))].sort();
  return (
    <section aria-labelledby="near-optimal">
      <Title order={2} size="h3" id="near-optimal">
        {t("run.ensemble.near_title")}
      </Title>
      <Text c="dimmed" maw={720} mb="md">
        {t("run.ensemble.near_help")}
      </Text>
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
        {groups.map((group) => {
          const [slack = "0", unit = "MW"] = group.split(" ");
          const ranges = (ensemble.ranges ?? [])
            .filter((range) => range.slack === Number(slack) && range.unit === unit)
            .map(
              (range): Range => ({
                name: names.get(range.name) ?? range.name,
                colour: colours.get(range.name) ?? theme.accent,
                low: range.least,
                high: range.most,
              }),
            );
          const title = t(`run.ensemble.near_${unit}`, {
            percent: formatNumber(Number(slack) * 100, language),
          });
          return (
            <Ranges
              key={group}
              title={title}
              ranges={ranges}
              unit={unit as "MW" | "MWh"}
              file={`${ensemble.plan_name} ${title}`}
              mark=""
              ends={[t("run.ensemble.least"), t("run.ensemble.most")]}
              theme={theme}
              narrow={narrow}
            />
          );
        })}
      </SimpleGrid>
    </section>
  );
}

function Ranges({
  title,
  help,
  ranges,
  unit,
  file,
  mark,
  ends: [low, high],
  theme,
  narrow,
}: {
  title: string;
  help?: string;
  ranges: Range[];
  unit: "MW" | "MWh";
  file: string;
  mark: string;
  ends: [string, string];
  theme: ReturnType<typeof useChartTheme>;
  narrow: boolean;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const say = (value: number) => formatQuantity(value, unit, language);
  return (
    <Panel {...(help ? { help } : {})}>
      <Chart
        title={title}
        description={ranges.map((range) => `${range.name} ${say(range.low)} – ${say(range.high)}`).join(", ")}
        option={rangesOption(ranges, { low, mark, high, axis: say, text: say }, theme, narrow)}
        height={rangesHeight(ranges.length)}
        fileName={fileName(file)}
        table={() => ({
          columns: [
            t("run.column.technology"),
            `${low} (${unit})`,
            ...(mark ? [`${mark} (${unit})`] : []),
            `${high} (${unit})`,
          ],
          rows: ranges.map((range) => [
            range.name,
            range.low,
            ...(mark ? [range.mark ?? ""] : []),
            range.high,
          ]),
        })}
      />
    </Panel>
  );
}
