// SPDX-License-Identifier: Apache-2.0
import { Group, SimpleGrid, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Chart } from "../../../components/chart/Chart";
import { ProblemAlert } from "../../../components/ProblemAlert";
import { durationQuery } from "../api/queries";
import { durationOption } from "../charts/curves";
import { fileName } from "../lib/download";
import { formatQuantity, formatRate } from "../lib/format";
import { labelByName } from "../lib/labels";
import { useChartTheme, useLanguage } from "../shell";
import { BusChoice } from "./BusChoice";
import { Panel } from "./CapacityCharts";
import { useBus } from "./DispatchPanel";
import { HeatMap } from "./HeatMap";
import { PriceSpread } from "./PriceSpread";
import { useRunResults } from "./results";
import { TableSkeleton } from "./skeletons";

export function PricesPanel() {
  const { result } = useRunResults();
  const [bus, setBus] = useBus();
  return (
    <Stack gap="lg">
      <Group justify="space-between">
        <BusChoice buses={result.buses} value={bus} onChange={setBus} />
        <PriceWords bus={bus} />
      </Group>
      <DurationCharts bus={bus} />
      <PriceSpread key={`spread ${bus}`} bus={bus} />
      <HeatMap key={bus} bus={bus} />
    </Stack>
  );
}

function PriceWords({ bus }: { bus: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { result, model } = useRunResults();
  const found = result.buses.find(({ name }) => name === bus);
  if (!found) return null;
  const rate = (value: number) => formatRate(value, model.currency, "MWh", language);
  return (
    <Text>
      {t("run.price.words", {
        mean: rate(found.mean_price),
        maximum: rate(found.maximum_price),
        peak: formatQuantity(found.peak_mw, "MW", language),
      })}
    </Text>
  );
}

function DurationCharts({ bus }: { bus: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const theme = useChartTheme();
  const { run, result, model } = useRunResults();
  const { data, error, refetch } = useQuery(durationQuery(run, bus));
  if (error) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  if (!data) return <TableSkeleton rows={6} />;
  const busName = labelByName(result.buses, bus, language);
  const mw = (value: number) => formatQuantity(value, "MW", language);
  const rate = (value: number) => formatRate(value, model.currency, "MWh", language);
  const named = (title: string) => fileName(`${run.plan_name ?? ""} ${run.number} ${title} ${busName}`);
  return (
    <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
      <Panel help={t("run.duration.help")}>
        <Chart
          title={t("run.duration.title", { bus: busName })}
          description={t("run.duration.description", {
            peak: mw(data.load_mw[0] ?? 0),
            least: mw(data.load_mw.at(-1) ?? 0),
            residual: mw(data.residual_load_mw.at(-1) ?? 0),
          })}
          option={durationOption(
            data.hours,
            [
              { name: t("run.duration.load"), colour: theme.accent, values: data.load_mw, filled: true },
              {
                name: t("run.duration.residual"),
                colour: theme.dark ? "#f0a45c" : "#b9540f",
                values: data.residual_load_mw,
                dashed: true,
              },
            ],
            { hours: t("run.duration.hours"), unit: "MW", text: mw },
            theme,
          )}
          height={340}
          fileName={named(t("run.duration.file"))}
          table={() => ({
            columns: [
              t("run.duration.hours"),
              `${t("run.duration.load")} (MW)`,
              `${t("run.duration.residual")} (MW)`,
            ],
            rows: data.hours.map((hour, index) => [
              hour,
              data.load_mw[index] ?? 0,
              data.residual_load_mw[index] ?? 0,
            ]),
          })}
        />
      </Panel>
      <Panel help={t("run.price.duration_help")}>
        <Chart
          title={t("run.price.duration_title", { bus: busName })}
          description={t("run.price.duration_description", {
            maximum: rate(data.price[0] ?? 0),
            median: rate(data.price[Math.floor(data.price.length / 2)] ?? 0),
          })}
          option={durationOption(
            data.hours,
            [{ name: t("run.dispatch.price"), colour: theme.accent, values: data.price, filled: true }],
            { hours: t("run.duration.hours"), unit: `${model.currency}/MWh`, text: rate },
            theme,
          )}
          height={340}
          fileName={named(t("run.price.file"))}
          table={() => ({
            columns: [t("run.duration.hours"), `${t("run.dispatch.price")} (${model.currency}/MWh)`],
            rows: data.hours.map((hour, index) => [hour, data.price[index] ?? 0]),
          })}
        />
      </Panel>
    </SimpleGrid>
  );
}
