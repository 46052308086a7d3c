// SPDX-License-Identifier: Apache-2.0
import { Button, Select, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { Chart } from "../../../components/chart/Chart";
import { Panel } from "../components/CapacityCharts";
import { formatNumber, formatQuantity, formatSigned } from "../lib/format";
import { useChartTheme, useNarrow } from "../shell";
import type { Sweep } from "./api";
import { byWidth, type Swing, tornadoOption } from "./charts";
import { useWords } from "./words";

const kMeasures = ["total_cost", "co2_t"] as const;

/** What each assumption moves when it alone goes to its low and its high. */
export function Tornado({ sweep }: { sweep: Sweep }) {
  const { t, language, money, name, value } = useWords(sweep);
  const theme = useChartTheme();
  const narrow = useNarrow();
  const [measure, setMeasure] = useState<(typeof kMeasures)[number]>("total_cost");
  const point = (number: number) => sweep.results.find((one) => one.number === number);
  const base = point(0)?.[measure];
  const moved = (number: number) => {
    const there = point(number)?.[measure];
    return base === undefined || there === undefined ? undefined : there - base;
  };
  const say = (amount: number) =>
    formatSigned(amount, (size) => (measure === "co2_t" ? formatQuantity(size, "t", language) : money(size)));
  const swings: Swing[] = byWidth(
    sweep.specification.ranges.map(({ at, low, high }, index) => ({
      name: name(at),
      low: moved(2 * index + 1),
      high: moved(2 * index + 2),
      lowText: value(at, low),
      highText: value(at, high),
    })),
  );
  return (
    <Panel>
      <Select
        w={260}
        mb="sm"
        label={t("sweep.measure")}
        allowDeselect={false}
        data={kMeasures.map((key) => ({ value: key, label: t(`run.figure.${key}`) }))}
        value={measure}
        onChange={(next) => setMeasure((next ?? "total_cost") as (typeof kMeasures)[number])}
      />
      <Chart
        title={t("sweep.tornado_of", { name: t(`run.figure.${measure}`) })}
        description={swings
          .map(
            (swing) =>
              `${swing.name}: ${swing.low === undefined ? "–" : say(swing.low)}, ${swing.high === undefined ? "–" : say(swing.high)}`,
          )
          .join("; ")}
        option={tornadoOption(
          swings,
          {
            low: t("assumption.field.low"),
            high: t("assumption.field.high"),
            axis: (amount) => (measure === "co2_t" ? formatNumber(amount, language) : money(amount)),
            text: say,
          },
          theme,
          narrow,
        )}
        height={Math.max(180, swings.length * (narrow ? 48 : 34) + 92)}
        fileName="tornado"
        table={() => ({
          columns: [
            t("assumption.field.name"),
            t("assumption.field.low"),
            t("sweep.change_low"),
            t("assumption.field.high"),
            t("sweep.change_high"),
          ],
          rows: swings.map((swing) => [
            swing.name,
            swing.lowText,
            swing.low ?? "",
            swing.highText,
            swing.high ?? "",
          ]),
        })}
      />
      {sweep.specification.left_out.length > 0 && (
        <details>
          <Text component="summary" size="sm" style={{ cursor: "pointer" }}>
            {t("sweep.left_out", { count: sweep.specification.left_out.length })}
          </Text>
          <Text size="sm" mt="xs">
            {sweep.specification.left_out.map(name).join(", ")}
          </Text>
          <Button
            mt="xs"
            size="compact-sm"
            variant="subtle"
            component={Link}
            to={`/energy/plans/${sweep.plan}/assumptions` as string}
          >
            {t("assumption.title")}
          </Button>
        </details>
      )}
    </Panel>
  );
}
