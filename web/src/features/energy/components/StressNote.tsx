// SPDX-License-Identifier: Apache-2.0
// The hardest week of the year, found for the reader, and the way to it.

import { Button, Group, Text } from "@mantine/core";
import { IconFlame } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { dispatchQuery } from "../api/queries";
import { windowLabel } from "../charts/timeAxis";
import { type Clock, wallTime } from "../lib/clock";
import { dispatchView } from "../lib/dispatchSeries";
import type { Window } from "../lib/dispatchWindow";
import { formatQuantity, formatRate } from "../lib/format";
import { stressWeek } from "../lib/stress";
import { useLanguage } from "../shell";
import { useRunResults } from "./results";

export function StressNote({ bus, onShow }: { bus: string; onShow: (window: Window) => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { run, model } = useRunResults();
  const { periods, hours_per_period: hours = 1 } = model.time;
  const { data } = useQuery(dispatchQuery(run, bus, { from: 0, to: periods, step: 1 }));
  const found = useMemo(() => {
    if (!data) return undefined;
    const clock: Clock = { start: Date.parse(data.start), timeZone: data.time_zone, hoursPerPeriod: hours };
    const week = stressWeek(data, clock);
    if (!week) return undefined;
    const { demand, price, supply } = dispatchView(data);
    const inside = <T,>(values: T[]) => values.slice(week.from, week.to);
    const need = inside(demand);
    const paid = inside(price).reduce((sum, value, at) => sum + value * (need[at] ?? 0), 0);
    const shed = supply
      .filter(({ kind }) => kind === "shedding")
      .reduce((sum, { values }) => sum + inside(values).reduce((all, value) => all + value, 0) * hours, 0);
    return {
      week,
      label: windowLabel(wallTime(clock, week.from), wallTime(clock, week.to), language),
      price:
        paid /
        Math.max(
          1e-9,
          need.reduce((sum, value) => sum + value, 0),
        ),
      peak: Math.max(...need),
      shed,
    };
  }, [data, hours, language]);
  if (!found) return null;
  return (
    <Group gap="sm" data-testid="stress">
      <IconFlame size={20} aria-hidden color="var(--mantine-color-orange-6)" />
      <Text style={{ flex: "1 1 260px" }}>
        {t("run.stress.words", {
          week: found.label,
          price: formatRate(found.price, model.currency, "MWh", language),
          peak: formatQuantity(found.peak, "MW", language),
        })}
        {found.shed > 0.5
          ? ` ${t("run.stress.shed", { shed: formatQuantity(found.shed, "MWh", language) })}`
          : ""}
      </Text>
      <Button size="compact-sm" variant="light" onClick={() => onShow(found.week)}>
        {t("run.stress.show")}
      </Button>
    </Group>
  );
}
