// SPDX-License-Identifier: Apache-2.0
// What runs have to pay year by year after building: repayments and fixed operation and maintenance together.

import { useTranslation } from "react-i18next";
import { Chart } from "../../../components/chart/Chart";
import type { Network, Run } from "../api/types";
import { columnsOption } from "../charts/economics";
import { payments, paymentYears } from "../lib/economics";
import { formatMoney, formatNumber, formatPercent, moneyScale } from "../lib/format";
import { useChartTheme, useLanguage } from "../shell";
import { Panel } from "./CapacityCharts";

export interface Side {
  run: Run;
  model: Network;
  name: string;
  colour: string;
}

export function ComparePayments({ sides }: { sides: Side[] }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const theme = useChartTheme();
  const paid = sides.map(({ run, model }) =>
    run.result
      ? paymentYears(payments(run.result, model)).map(({ annuity, fixed_om }) => annuity + fixed_om)
      : [],
  );
  const years = Math.max(0, ...paid.map((list) => list.length));
  const [first] = sides;
  if (years === 0 || !first) return null;
  const { currency, price_year } = first.model;
  const scale = moneyScale(Math.max(...paid.flat()), currency, language);
  const money = (value: number) => formatMoney(value, currency, language);
  const at = (side: number, year: number) => paid[side]?.[year] ?? 0;
  const title = t("run.payments.title", { unit: scale.unit });
  return (
    <Panel
      help={t("run.compare.payments_help", {
        year: price_year,
        rates: [
          ...new Set(sides.map(({ model }) => formatPercent(model.discount_rate ?? 0.05, language))),
        ].join(" / "),
      })}
    >
      <Chart
        title={title}
        description={sides
          .map(({ name }, side) =>
            t("run.compare.payments_words", {
              name,
              first: money(at(side, 0)),
              years: formatNumber(paid[side]?.length ?? 0, language),
            }),
          )
          .join(" ")}
        option={columnsOption(
          {
            categories: Array.from({ length: years }, (_, year) => String(year + 1)),
            series: sides.map(({ name, colour }, side) => ({
              name,
              colour,
              values: Array.from({ length: years }, (_, year) => at(side, year)),
            })),
            title: (index) => t("run.payments.year", { year: index + 1 }),
            text: money,
            axis: (value) => formatNumber(value / scale.factor, language),
            xName: t("run.payments.years"),
            unit: scale.unit,
            lines: true,
          },
          theme,
        )}
        height={320}
        fileName="compare-payments"
        table={() => ({
          columns: [t("run.payments.years"), ...sides.map(({ name }) => `${name} (${currency})`)],
          rows: Array.from({ length: years }, (_, year) => [
            year + 1,
            ...sides.map((_, side) => at(side, year)),
          ]),
        })}
      />
    </Panel>
  );
}
