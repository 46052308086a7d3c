// SPDX-License-Identifier: Apache-2.0
import { Loader, Text, VisuallyHidden } from "@mantine/core";
import type { EChartsCoreOption, EChartsType } from "echarts/core";
import { useContext, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "./Chart.module.css";
import { ChartTableView } from "./ChartTableView";
import { ChartTools } from "./ChartTools";
import type { ChartTable } from "./csv";
import { ChartSource } from "./source";

export interface ChartProps {
  /** What is shown, in a few words; stands above the chart and names it for those who do not see it. */
  title: string;
  /** What the chart says, as a sentence with its main figures. */
  description: string;
  option: EChartsCoreOption;
  /** Pixels. */
  height: number;
  /** The same as figures; made when asked for. */
  table: () => ChartTable;
  /** Name of downloaded files, without the ending. */
  fileName: string;
  /** ECharts events by name, such as datazoom. */
  onEvents?: Record<string, (event: unknown, chart: EChartsType) => void>;
  /** The chart once it stands, to connect it with others; undefined when it goes. */
  onChart?: (chart: EChartsType | undefined) => void;
  /** Keeps the zoom and the legend's choice when the option changes; default: all is drawn anew. */
  merge?: boolean;
  /** Redrawn while somebody waits: without animation, and only what changed. */
  live?: boolean;
  titleHidden?: boolean;
  /** Where its figures come from, as a sentence; default: what the charts around it share. */
  source?: string;
}

/** A chart with everything beside it that a chart owes its reader: a name, a description, its table, its files. */
export function Chart(props: ChartProps) {
  const {
    title,
    description,
    option,
    height,
    table,
    fileName,
    onEvents,
    onChart,
    merge = false,
    live = false,
    titleHidden,
  } = props;
  const { t, i18n } = useTranslation();
  const shared = useContext(ChartSource);
  const source = props.source ?? shared;
  const place = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(undefined);
  const events = useRef(onEvents);
  const told = useRef(onChart);
  events.current = onEvents;
  told.current = onChart;
  const [state, setState] = useState<"loading" | "drawn" | "broken">("loading");
  const [asTable, setAsTable] = useState(false);
  const describedBy = useId();
  const locale = i18n.language === "ko" ? "KO" : "EN";
  const eventNames = Object.keys(onEvents ?? {}).join(" ");

  useEffect(() => {
    let gone = false;
    let observer: ResizeObserver | undefined;
    const begin = async () => {
      const { init } = await import("./engine");
      if (gone || !place.current) return;
      const made = init(place.current, null, { renderer: "canvas", locale });
      chart.current = made;
      // So that others can tell when a picture stands.
      let pictures = 0;
      made.on("finished", () => place.current?.setAttribute("data-drawn", String(++pictures)));
      for (const name of eventNames.split(" ").filter(Boolean)) {
        made.on(name, (event: unknown) => events.current?.[name]?.(event, made));
      }
      observer = new ResizeObserver(() => made.resize());
      observer.observe(place.current);
      told.current?.(made);
      setState("drawn");
    };
    begin().catch(() => {
      if (!gone) setState("broken");
    });
    return () => {
      gone = true;
      observer?.disconnect();
      told.current?.(undefined);
      chart.current?.dispose();
      chart.current = undefined;
      setState("loading");
    };
  }, [locale, eventNames]);

  useEffect(() => {
    if (state !== "drawn") return;
    const still = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
    chart.current?.setOption(still || live ? { ...option, animation: false } : option, {
      notMerge: !merge && !live,
      lazyUpdate: true,
    });
  }, [state, option, merge, live]);

  return (
    <figure className={classes.figure} aria-label={title}>
      <div className={classes.tools}>
        {titleHidden ? (
          <span />
        ) : (
          <Text fw={700} component="figcaption">
            {title}
          </Text>
        )}
        <ChartTools
          title={title}
          asTable={asTable}
          onAsTable={setAsTable}
          table={table}
          fileName={fileName}
          source={source}
          option={() => (chart.current?.getOption() as EChartsCoreOption | undefined) ?? option}
          size={() => ({ width: place.current?.clientWidth || 960, height })}
        />
      </div>
      <VisuallyHidden id={describedBy}>{description}</VisuallyHidden>
      <div
        ref={place}
        role="img"
        aria-label={title}
        aria-describedby={describedBy}
        className={asTable || state === "broken" ? classes.hidden : classes.canvas}
        style={{ height }}
      />
      {state === "loading" && !asTable && (
        <div className={classes.waiting} role="status" aria-label={t("chart.loading")}>
          <Loader type="dots" />
        </div>
      )}
      {state === "broken" && !asTable && (
        <Text c="dimmed" py="xl" role="alert">
          {t("chart.broken")}
        </Text>
      )}
      {asTable && <ChartTableView table={table()} title={title} height={height} />}
      {source && (
        <Text size="xs" c="dimmed" mt={4} data-source-line style={{ overflowWrap: "anywhere" }}>
          {source}
        </Text>
      )}
    </figure>
  );
}
