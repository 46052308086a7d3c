// SPDX-License-Identifier: Apache-2.0
// How many hours have which price.

import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { Chart } from "../../../components/chart/Chart";
import { dispatchQuery } from "../api/queries";
import { columnsOption } from "../charts/economics";
import { fileName } from "../lib/download";
import { formatNumber, formatRate } from "../lib/format";
import { labelByName } from "../lib/labels";
import { priceBins } from "../lib/stress";
import { useChartTheme, useLanguage } from "../shell";
import { Panel } from "./CapacityCharts";
import { useRunResults } from "./results";
import { TableSkeleton } from "./skeletons";

export function PriceSpread({ bus }: { bus: string }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const theme = useChartTheme();
  const { run, result, model } = useRunResults();
  const { periods, hours_per_period: hours = 1 } = model.time;
  const { data } = useQuery(dispatchQuery(run, bus, { from: 0, to: periods, step: 1 }));
  if (!data || data.bus !== bus) return <TableSkeleton rows={6} />;
  const bins = priceBins(data.price, hours);
  const rate = (value: number) => formatRate(value, model.currency, "MWh", language);
  const span = (index: number) => {
    const bin = bins[index];
    return bin ? `${formatNumber(bin.from, language)} – ${rate(bin.to)}` : "";
  };
  const busy = bins.reduce(
    (most, bin) => (bin.hours > most.hours ? bin : most),
    bins[0] ?? { from: 0, to: 0, hours: 0 },
  );
  const title = t("run.spread.title", { bus: labelByName(result.buses, bus, language) });
  return (
    <Panel help={t("run.spread.help")}>
      <Chart
        title={title}
        description={t("run.spread.description", {
          hours: formatNumber(busy.hours, language, 6),
          from: formatNumber(busy.from, language),
          to: rate(busy.to),
        })}
        option={columnsOption(
          {
            categories: bins.map(({ from }) => formatNumber(from, language)),
            series: [
              { name: t("run.spread.hours"), colour: theme.accent, values: bins.map((bin) => bin.hours) },
            ],
            title: span,
            text: (value) => `${formatNumber(value, language, 6)} h`,
            axis: (value) => formatNumber(value, language, 6),
            xName: t("run.spread.axis", { unit: `${model.currency}/MWh` }),
            unit: t("run.spread.hours"),
          },
          theme,
        )}
        height={300}
        fileName={fileName(`${run.plan_name ?? ""} ${run.number} ${title}`)}
        table={() => ({
          columns: [
            `${t("run.spread.from")} (${model.currency}/MWh)`,
            `${t("run.spread.to")} (${model.currency}/MWh)`,
            t("run.spread.hours"),
          ],
          rows: bins.map(({ from, to, hours: count }) => [from, to, count]),
        })}
      />
    </Panel>
  );
}
