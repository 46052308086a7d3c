// SPDX-License-Identifier: Apache-2.0
// The year hour by hour. The window and the bus stand in the address; the server is asked for as many points as are drawn.

import { ActionIcon, Button, Group, Stack, Text, Tooltip } from "@mantine/core";
import { useDebouncedCallback } from "@mantine/hooks";
import { IconChevronLeft, IconChevronRight, IconZoomIn, IconZoomOut } from "@tabler/icons-react";
import { keepPreviousData, useQuery, useQueryClient } from "@tanstack/react-query";
import { type KeyboardEvent, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { Chart } from "../../../components/chart/Chart";
import { ProblemAlert } from "../../../components/ProblemAlert";
import { dispatchQuery } from "../api/queries";
import { dispatchLayout, dispatchOption } from "../charts/dispatch";
import { windowLabel } from "../charts/timeAxis";
import { type Clock, periodAt, wallTime } from "../lib/clock";
import { dispatchView, visibleFlows } from "../lib/dispatchSeries";
import {
  clampWindow,
  type Jump,
  jumpWindow,
  moved,
  requestFor,
  stepFor,
  type Window,
  zoomed,
} from "../lib/dispatchWindow";
import { fileName } from "../lib/download";
import { formatNumber } from "../lib/format";
import { labelByName, labelOf } from "../lib/labels";
import { number, text, useChartTheme, useLanguage, useNarrow, useUrlState } from "../shell";
import { BusChoice } from "./BusChoice";
import { Panel } from "./CapacityCharts";
import { useColours, useRunResults } from "./results";
import { StressNote } from "./StressNote";
import { TableSkeleton } from "./skeletons";

const kJumps: Jump[] = ["year", "winter_week", "summer_week", "peak_day"];

export function useBus(): [string, (bus: string) => void] {
  const { result } = useRunResults();
  const [search, update] = useUrlState();
  const wanted = text(search.bus);
  const bus = result.buses.find(({ name }) => name === wanted)?.name ?? result.buses[0]?.name ?? "";
  return [bus, (next) => update({ bus: next })];
}

export function DispatchPanel() {
  const { t } = useTranslation();
  const { run, result, model } = useRunResults();
  const [search, update] = useUrlState();
  const [bus, setBus] = useBus();
  const { periods } = model.time;
  const hours = model.time.hours_per_period ?? 1;
  const window = useMemo(
    () => clampWindow({ from: number(search.from) ?? 0, to: number(search.to) ?? periods }, periods),
    [search.from, search.to, periods],
  );
  const setWindow = (next: Window) => {
    const whole = next.from === 0 && next.to === periods;
    update({ from: whole ? undefined : next.from, to: whole ? undefined : next.to });
  };
  const request = requestFor(window, periods, hours);
  const year = useQuery(
    dispatchQuery(run, bus, { from: 0, to: periods, step: stepFor({ from: 0, to: periods }, hours) }),
  );
  const part = useQuery({ ...dispatchQuery(run, bus, request), placeholderData: keepPreviousData });
  const answer = part.data?.bus === bus ? part.data : year.data;

  if (year.error) return <ProblemAlert error={year.error} onRetry={() => void year.refetch()} />;
  if (!answer || !year.data || year.data.bus !== bus) return <TableSkeleton rows={10} />;
  const clock: Clock = {
    start: Date.parse(year.data.start),
    timeZone: year.data.time_zone,
    hoursPerPeriod: hours,
  };
  return (
    <Panel help={t("run.dispatch.help")}>
      <Stack gap="sm">
        <Group justify="space-between" gap="sm">
          <BusChoice buses={result.buses} value={bus} onChange={setBus} />
          <Jumps bus={bus} clock={clock} onJump={setWindow} />
        </Group>
        <StressNote bus={bus} onShow={setWindow} />
        <WindowBar window={window} clock={clock} step={answer.step} periods={periods} onChange={setWindow} />
        <DispatchChart
          key={bus}
          bus={bus}
          year={year.data}
          part={answer}
          window={window}
          clock={clock}
          onWindow={setWindow}
        />
      </Stack>
    </Panel>
  );
}

function Jumps({ bus, clock, onJump }: { bus: string; clock: Clock; onJump: (window: Window) => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { run, model } = useRunResults();
  const [busy, setBusy] = useState<Jump | undefined>();
  const { periods } = model.time;
  const jump = async (to: Jump) => {
    if (to === "year") return onJump({ from: 0, to: periods });
    setBusy(to);
    try {
      const hourly = await queries.fetchQuery(dispatchQuery(run, bus, { from: 0, to: periods, step: 1 }));
      const found = jumpWindow(to, dispatchView(hourly).demand, clock);
      if (found) onJump(found);
    } finally {
      setBusy(undefined);
    }
  };
  const long = periods * clock.hoursPerPeriod >= 8000;
  return (
    <Group gap={6} role="group" aria-label={t("run.dispatch.jumps")}>
      {kJumps
        .filter((one) => long || one === "year" || one === "peak_day")
        .map((one) => (
          <Button
            key={one}
            size="compact-sm"
            variant="default"
            loading={busy === one}
            onClick={() => void jump(one)}
          >
            {t(`run.dispatch.jump.${one === "year" && !long ? "all" : one}`)}
          </Button>
        ))}
    </Group>
  );
}

function WindowBar({
  window,
  clock,
  step,
  periods,
  onChange,
}: {
  window: Window;
  clock: Clock;
  step: number;
  periods: number;
  onChange: (window: Window) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const hours = step * clock.hoursPerPeriod;
  const each =
    hours === 24
      ? t("run.dispatch.each_day")
      : hours < 24
        ? t("run.dispatch.each_hours", { hours: formatNumber(hours, language) })
        : t("run.dispatch.each_days", { days: formatNumber(hours / 24, language) });
  const buttons = [
    { key: "earlier", icon: IconChevronLeft, next: moved(window, -0.5, periods) },
    { key: "zoom_in", icon: IconZoomIn, next: zoomed(window, 0.5, periods) },
    { key: "zoom_out", icon: IconZoomOut, next: zoomed(window, 2, periods) },
    { key: "later", icon: IconChevronRight, next: moved(window, 0.5, periods) },
  ];
  return (
    <Group justify="space-between" gap="xs">
      <Text fw={600} role="status" data-testid="window">
        {windowLabel(wallTime(clock, window.from), wallTime(clock, window.to), language)}
        <Text span c="dimmed" fw={400} size="sm">
          {" "}
          · {each}
        </Text>
      </Text>
      <Group gap={4} className="no-print">
        {buttons.map(({ key, icon: Icon, next }) => (
          <Tooltip withinPortal={false} key={key} label={t(`run.dispatch.${key}`)}>
            <ActionIcon
              variant="default"
              size={34}
              aria-label={t(`run.dispatch.${key}`)}
              disabled={next.from === window.from && next.to === window.to}
              onClick={() => onChange(next)}
            >
              <Icon size={18} aria-hidden />
            </ActionIcon>
          </Tooltip>
        ))}
      </Group>
    </Group>
  );
}

type Answer = Parameters<typeof dispatchView>[0];

function DispatchChart({
  bus,
  year,
  part,
  window,
  clock,
  onWindow,
}: {
  bus: string;
  year: Answer;
  part: Answer;
  window: Window;
  clock: Clock;
  onWindow: (window: Window) => void;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const theme = useChartTheme();
  const narrow = useNarrow();
  const { run, result, model } = useRunResults();
  const colours = useColours(model);
  const { periods } = model.time;
  const view = useMemo(() => dispatchView(part), [part]);
  const yearView = useMemo(() => dispatchView(year), [year]);
  const words = useMemo(
    () => ({
      demand: t("run.dispatch.demand"),
      price: t("run.dispatch.price"),
      level: t("run.dispatch.level"),
      supply: t("run.dispatch.supply"),
      use: t("run.dispatch.use"),
    }),
    [t],
  );
  const option = useMemo(
    () =>
      dispatchOption({
        view,
        year: yearView,
        periods,
        clock,
        window,
        step: part.step,
        currency: model.currency,
        colours,
        words,
        theme,
        narrow,
      }),
    [view, yearView, periods, clock, window, part.step, model.currency, colours, words, theme, narrow],
  );
  const later = useDebouncedCallback((next: Window) => {
    if (next.from !== window.from || next.to !== window.to) onWindow(next);
  }, 200);
  const onZoom = (_: unknown, chart: { getOption: () => unknown }) => {
    const [zoom] =
      (chart.getOption() as { dataZoom?: { startValue: number; endValue: number }[] }).dataZoom ?? [];
    if (zoom)
      later(
        clampWindow({ from: periodAt(clock, zoom.startValue), to: periodAt(clock, zoom.endValue) }, periods),
      );
  };
  const onKey = (event: KeyboardEvent) => {
    const next = keyWindow(event.key, window, periods);
    if (!next) return;
    event.preventDefault();
    onWindow(next);
  };
  const busName = labelByName(result.buses, bus, language);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the arrow keys move the window wherever the focus is inside
    <div onKeyDown={onKey}>
      <Chart
        title={t("run.dispatch.title", { bus: busName })}
        description={t("run.dispatch.description", {
          window: windowLabel(wallTime(clock, window.from), wallTime(clock, window.to), language),
          technologies: [...new Set(visibleFlows(view).map((flow) => labelOf(flow, language)))].join(", "),
        })}
        option={option}
        height={dispatchLayout(view.levels.length > 0).height}
        fileName={fileName(
          `${run.plan_name ?? ""} ${run.number} ${t("run.dispatch.title", { bus: busName })}`,
        )}
        merge
        onEvents={{ datazoom: onZoom }}
        table={() => dispatchTable(part, clock, words, model.currency, language, t("run.column.time"))}
      />
    </div>
  );
}

function keyWindow(key: string, window: Window, periods: number): Window | undefined {
  switch (key) {
    case "ArrowLeft":
      return moved(window, -0.25, periods);
    case "ArrowRight":
      return moved(window, 0.25, periods);
    case "+":
    case "=":
      return zoomed(window, 0.5, periods);
    case "-":
      return zoomed(window, 2, periods);
    case "Home":
      return { from: 0, to: periods };
    default:
      return undefined;
  }
}

function dispatchTable(
  part: Answer,
  clock: Clock,
  words: { price: string; level: string },
  currency: string,
  language: "ko" | "en",
  time: string,
) {
  const series = part.series.map((one) => ({
    name: `${labelOf({ ...one, name: one.component }, language)}${one.kind === "store_level" ? ` · ${words.level}` : ""} (${one.unit})`,
    values: one.values,
  }));
  return {
    columns: [time, ...series.map(({ name }) => name), `${words.price} (${currency}/MWh)`],
    rows: part.price.map((price, index) => [
      new Date(wallTime(clock, part.from + index * part.step)).toISOString().slice(0, 16).replace("T", " "),
      ...series.map(({ values }) => values[index] ?? 0),
      price,
    ]),
  };
}
