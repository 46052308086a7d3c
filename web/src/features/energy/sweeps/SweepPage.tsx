// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Card, Group, Progress, Select, Stack, Table, Text, Title } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../../api/client";
import { Chart } from "../../../components/chart/Chart";
import { type ChartTable, toCsv } from "../../../components/chart/csv";
import { PageHeader } from "../../../components/PageHeader";
import { ProblemAlert } from "../../../components/ProblemAlert";
import { nameOf, valueText } from "../assumptions/names";
import { Panel } from "../components/CapacityCharts";
import { EnsembleStatus } from "../components/EnsembleStatus";
import { ProblemNote } from "../components/problems";
import { CardsSkeleton } from "../components/skeletons";
import { download, fileName } from "../lib/download";
import {
  formatInstant,
  formatMoney,
  formatNumber,
  formatPercent,
  formatQuantity,
  formatSigned,
} from "../lib/format";
import { labelOf } from "../lib/labels";
import { useChartTheme, useLanguage, useNarrow } from "../shell";
import { isMoving, type Sweep, type SweepPoint, sweepQuery, useSweepJob } from "./api";
import { byWidth, paretoOption, type Swing, tornadoOption } from "./charts";
import { useSweepName } from "./SweepsSection";

export function SweepPage() {
  const { sweepId = "" } = useParams({ strict: false }) as { sweepId?: string };
  const { data, error, refetch } = useQuery(sweepQuery(sweepId));
  if (error instanceof ApiError && error.status === 404) throw error;
  if (error && !data) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  if (!data) return <CardsSkeleton cards={3} />;
  return <Loaded sweep={data} />;
}

function useWords(sweep: Sweep) {
  const { t } = useTranslation();
  const language = useLanguage();
  const named = (at: string) => sweep.names.find((one) => one.at === at);
  return {
    t,
    language,
    money: (value: number | undefined) => formatMoney(value, sweep.currency, language),
    name: (at: string) => {
      const one = named(at);
      return one && one.unit !== "" ? nameOf(one, t, language) : at;
    },
    value: (at: string, value: number) => valueText(value, named(at)?.unit ?? "1", t, language),
  };
}

function Loaded({ sweep }: { sweep: Sweep }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const name = useSweepName()(sweep);
  const table = usePointTable(sweep);
  return (
    <>
      <PageHeader
        title={name}
        crumbs={[
          { label: t("plan.list.title"), to: "/energy/plans" },
          { label: sweep.plan_name, to: `/energy/plans/${sweep.plan}?tab=scenarios` },
          { label: name },
        ]}
        description={[
          t(`sweep.kind.${sweep.kind}`),
          sweep.scenario_name ?? t("scenario.plan_itself"),
          t("run.made", { owner: sweep.owner_name, when: formatInstant(sweep.created, language) }),
        ].join(" · ")}
        badges={<EnsembleStatus status={sweep.status} />}
        actions={
          sweep.results.length > 0 && (
            <Button
              variant="default"
              leftSection={<IconDownload size={18} aria-hidden />}
              onClick={() =>
                download(`${fileName(`${sweep.plan_name} ${name}`)}.csv`, "text/csv", toCsv(table(true)))
              }
            >
              {t("sweep.download")}
            </Button>
          )
        }
      />
      <Stack gap="lg">
        <Standing sweep={sweep} />
        {sweep.results.length > 0 &&
          (sweep.kind === "sweep" ? <Pareto sweep={sweep} /> : <Tornado sweep={sweep} />)}
        {sweep.results.length > 0 && <Points table={table(false)} />}
      </Stack>
    </>
  );
}

function Standing({ sweep }: { sweep: Sweep }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const cancel = useSweepJob(sweep, "cancel");
  const resume = useSweepJob(sweep, "retry");
  if (sweep.status === "done") return null;
  const moving = isMoving(sweep);
  const said = {
    done: formatNumber(sweep.done, language, 6),
    points: formatNumber(sweep.points, language, 6),
  };
  return (
    <Card withBorder radius="lg" component="section" aria-label={t("sweep.standing")}>
      <Stack gap="sm">
        <Group justify="space-between">
          <Text fw={600} aria-live="polite">
            {t(moving ? "sweep.moving" : "sweep.stopped", said)}
          </Text>
          {moving && sweep.actions.includes("cancel_job") && (
            <Button variant="default" loading={cancel.isPending} onClick={() => cancel.mutate()}>
              {t("jobs.cancel")}
            </Button>
          )}
          {!moving && sweep.actions.includes("retry_job") && (
            <Button loading={resume.isPending} onClick={() => resume.mutate()}>
              {t("sweep.resume")}
            </Button>
          )}
        </Group>
        <Progress
          value={(100 * sweep.done) / Math.max(1, sweep.points)}
          animated={moving}
          aria-label={t("sweep.standing")}
        />
        {sweep.status === "failed" && <Alert color="red">{t("sweep.failed")}</Alert>}
        {cancel.error ? <ProblemNote error={cancel.error} /> : null}
        {resume.error ? <ProblemNote error={resume.error} /> : null}
      </Stack>
    </Card>
  );
}

const kColours = [
  "#1d5fa8",
  "#c2410c",
  "#15803d",
  "#7e22ce",
  "#a16207",
  "#0e7490",
  "#be123c",
  "#4d7c0f",
  "#6d28d9",
  "#475569",
];

/** Cost against CO2: a line over the first parameter for each value of the second. */
function Pareto({ sweep }: { sweep: Sweep }) {
  const { t, language, money, name, value } = useWords(sweep);
  const theme = useChartTheme();
  const narrow = useNarrow();
  const [chosen, setChosen] = useState<number | undefined>();
  const solved = sweep.results.filter(({ status }) => status === "optimal");
  const second = sweep.specification.parameters[1];
  const values = second?.values ?? [undefined];
  const titleOf = (point: SweepPoint) =>
    point.changes.map((change) => `${name(change.at)}: ${value(change.at, change.value)}`).join(", ");
  const lines = values.map((of, index) => ({
    name: second && of !== undefined ? value(second.at, of) : t("sweep.front"),
    colour: values.length === 1 ? theme.accent : (kColours[index % kColours.length] ?? theme.accent),
    points: solved
      .filter(({ number }) => number % values.length === index)
      .map((point) => ({
        x: point.co2_t ?? 0,
        y: point.total_cost ?? 0,
        number: point.number,
        title: titleOf(point),
      })),
  }));
  const one = sweep.results.find(({ number }) => number === chosen);
  const unsolved = sweep.results.length - solved.length;
  return (
    <Panel>
      <Chart
        title={t("sweep.pareto")}
        description={solved
          .map(
            (point) =>
              `${titleOf(point)}: ${money(point.total_cost)}, ${formatQuantity(point.co2_t, "t", language)}`,
          )
          .join("; ")}
        option={paretoOption(
          lines,
          chosen,
          {
            x: `${t("run.figure.co2_t")} (t)`,
            y: t("run.figure.total_cost"),
            axisX: (amount) => formatNumber(amount, language),
            axisY: (amount) => money(amount),
            textX: (amount) => formatQuantity(amount, "t", language),
            textY: (amount) => money(amount),
          },
          theme,
          narrow,
        )}
        height={narrow ? 320 : 420}
        fileName="sweep"
        onEvents={{
          click: (event) => {
            const { seriesIndex = 0, dataIndex = -1 } = event as { seriesIndex?: number; dataIndex?: number };
            setChosen(lines[seriesIndex]?.points[dataIndex]?.number);
          },
        }}
        table={() => ({
          columns: [
            t("sweep.point"),
            `${t("run.figure.co2_t")} (t)`,
            `${t("run.figure.total_cost")} (${sweep.currency})`,
          ],
          rows: solved.map((point) => [titleOf(point), point.co2_t ?? "", point.total_cost ?? ""]),
        })}
      />
      {second && (
        <Text size="sm" c="dimmed">
          {t("sweep.family", { name: name(second.at) })}
        </Text>
      )}
      {unsolved > 0 && (
        <Alert color="orange" variant="light" mt="sm">
          {t("sweep.unsolved", { count: unsolved })}
        </Alert>
      )}
      <Select
        mt="md"
        label={t("sweep.choose_point")}
        data={solved.map((point) => ({ value: String(point.number), label: titleOf(point) }))}
        value={chosen === undefined ? null : String(chosen)}
        onChange={(next) => setChosen(next === null ? undefined : Number(next))}
      />
      {one && <PointDetails sweep={sweep} point={one} title={titleOf(one)} />}
    </Panel>
  );
}

function PointDetails({ sweep, point, title }: { sweep: Sweep; point: SweepPoint; title: string }) {
  const { t, language, money } = useWords(sweep);
  const figures: [string, string][] = [
    [t("run.figure.total_cost"), money(point.total_cost)],
    [t("run.figure.co2_t"), formatQuantity(point.co2_t, "t", language)],
    [t("run.figure.self_sufficiency"), formatPercent(point.self_sufficiency, language)],
    [t("run.figure.renewable_share"), formatPercent(point.renewable_share, language)],
    [t("run.figure.investment"), money(point.investment)],
    ...sweep.technologies.map(({ name, label_ko, label_en }, index): [string, string] => {
      const capacity = point.capacities[index];
      const mwh =
        capacity?.mwh === undefined ? "" : ` · ${formatQuantity(built(capacity.mwh), "MWh", language)}`;
      return [
        labelOf({ name, label_ko, label_en }, language),
        `${formatQuantity(built(capacity?.mw ?? 0), "MW", language)}${mwh}`,
      ];
    }),
  ];
  return (
    <Table mt="md" verticalSpacing="xs" aria-label={title} data-point>
      <Table.Tbody>
        {figures.map(([name, said]) => (
          <Table.Tr key={name}>
            <Table.Th scope="row" fw={500}>
              {name}
            </Table.Th>
            <Table.Td ta="right" className="num">
              {said}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

const kMeasures = ["total_cost", "co2_t"] as const;

/** What each assumption moves when it alone goes to its low and its high. */
function Tornado({ sweep }: { sweep: Sweep }) {
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
        height={Math.max(180, swings.length * 34 + 92)}
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

/** Every point as a row; `plain`: numbers as they are, for files. */
function usePointTable(sweep: Sweep): (plain: boolean) => ChartTable {
  const { t, language, money, name, value } = useWords(sweep);
  const swept = sweep.specification.parameters;
  return (plain) => ({
    columns: [
      t("sweep.point"),
      ...swept.map(({ at }) => name(at)),
      ...(swept.length === 0 ? [t("sweep.changed")] : []),
      t("plan.ensemble.status"),
      `${t("run.figure.total_cost")} (${sweep.currency})`,
      `${t("run.figure.co2_t")} (t)`,
      t("run.figure.self_sufficiency"),
      t("run.figure.renewable_share"),
      `${t("run.figure.investment")} (${sweep.currency})`,
      ...sweep.technologies.flatMap((technology, index) => {
        const label = labelOf(technology, language);
        const stores = sweep.results.some(({ capacities }) => capacities[index]?.mwh !== undefined);
        return stores ? [`${label} (MW)`, `${label} (MWh)`] : [`${label} (MW)`];
      }),
    ],
    rows: sweep.results.map((point) => {
      const show = (amount: number | undefined, words: (amount: number) => string) =>
        amount === undefined ? "–" : plain ? amount : words(amount);
      const share = (amount: number | undefined) => show(amount, (size) => formatPercent(size, language));
      return [
        point.number + 1,
        ...(swept.length === 0
          ? [
              point.changes
                .map((change) => `${name(change.at)}: ${value(change.at, change.value)}`)
                .join(", ") || t("sweep.as_it_stands"),
            ]
          : point.changes.map((change) => (plain ? change.value : value(change.at, change.value)))),
        t(`run.status.${point.status}`),
        show(point.total_cost, money),
        show(point.co2_t, (size) => formatQuantity(size, "t", language)),
        share(point.self_sufficiency),
        share(point.renewable_share),
        show(point.investment, money),
        ...sweep.technologies.flatMap((_, index) => {
          const capacity = point.capacities[index];
          const stores = sweep.results.some(({ capacities }) => capacities[index]?.mwh !== undefined);
          const mw = show(capacity?.mw, (size) => formatNumber(built(size), language));
          return stores ? [mw, show(capacity?.mwh, (size) => formatNumber(built(size), language))] : [mw];
        }),
      ];
    }),
  });
}

/** What an interior point leaves where nothing is built reads 0. */
const built = (size: number) => (Math.abs(size) < 1e-2 ? 0 : size);

function Points({ table }: { table: ChartTable }) {
  const { t } = useTranslation();
  return (
    <Panel>
      <Title order={2} size="h4" mb="xs">
        {t("sweep.all_points")}
      </Title>
      <Table.ScrollContainer
        minWidth={1400}
        scrollAreaProps={{
          viewportProps: { tabIndex: 0, role: "region", "aria-label": t("sweep.all_points") },
        }}
      >
        <Table verticalSpacing="xs" data-points={table.rows.length}>
          <Table.Thead>
            <Table.Tr>
              {table.columns.map((column) => (
                <Table.Th key={column}>{column}</Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {table.rows.map((row) => (
              <Table.Tr key={row[0]}>
                {row.map((cell, index) => (
                  <Table.Td key={table.columns[index]} className="num" style={{ whiteSpace: "nowrap" }}>
                    {cell}
                  </Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Panel>
  );
}
