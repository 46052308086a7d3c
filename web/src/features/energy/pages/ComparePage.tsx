// SPDX-License-Identifier: Apache-2.0
// Two to four runs side by side; their ids stand in the address.

import { Alert, Select, SimpleGrid, Stack, Table, Title } from "@mantine/core";
import { IconArrowsDiff } from "@tabler/icons-react";
import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../../components/EmptyState";
import { PageHeader } from "../../../components/PageHeader";
import { ProblemAlert } from "../../../components/ProblemAlert";
import { planList, runList, runModelQuery, runQuery } from "../api/queries";
import type { Network, Run } from "../api/types";
import { Panel } from "../components/CapacityCharts";
import { CompareMany } from "../components/CompareMany";
import { Capacities, CostDifferences } from "../components/ComparePair";
import { ComparePayments } from "../components/ComparePayments";
import { DifferencesTable } from "../components/DifferencesTable";
import { useRunName } from "../components/RunStatusBadge";
import { CardsSkeleton } from "../components/skeletons";
import { type KeyFigure, keyFigures, technologyPairs } from "../lib/compare";
import { formatMoney, formatNumber, formatPercent, formatQuantity, formatSigned } from "../lib/format";
import { text, useChartTheme, useLanguage, useUrlState } from "../shell";

export function ComparePage() {
  const { t } = useTranslation();
  const [search, update] = useUrlState();
  const [a, b] = [text(search.a) ?? "", text(search.b) ?? ""];
  const first = useQuery({ ...runQuery(a), enabled: a !== "" });
  const second = useQuery({ ...runQuery(b), enabled: b !== "" });
  const [c, d] = [text(search.c) ?? "", text(search.d) ?? ""];
  const third = useQuery({ ...runQuery(c), enabled: c !== "" });
  const fourth = useQuery({ ...runQuery(d), enabled: d !== "" });
  const error = first.error ?? second.error ?? third.error ?? fourth.error;
  const more = [third, fourth].flatMap(({ data }) => (data ? [data.value] : []));
  const wanted = [c, d].filter(Boolean).length;
  const [one, two] = [first.data?.value, second.data?.value];
  return (
    <Stack gap="lg">
      <PageHeader
        title={t("run.compare.title")}
        description={t("run.compare.description")}
        crumbs={[
          { label: t("plan.list.title"), to: "/energy/plans" },
          ...(two ? [{ label: two.plan_name ?? t("run.plan"), to: `/energy/plans/${two.plan}` }] : []),
          { label: t("run.compare.title") },
        ]}
      />
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="md">
        <RunChoice
          title={t("run.compare.first")}
          run={one}
          other={two}
          onChange={(id) => update({ a: id })}
        />
        <RunChoice
          title={t("run.compare.second")}
          run={two}
          other={one}
          onChange={(id) => update({ b: id })}
        />
        {a && b && (
          <RunChoice
            title={t("run.compare.third")}
            run={third.data?.value}
            other={one}
            onChange={(id) => update({ c: id })}
            onClear={() => update({ c: undefined })}
          />
        )}
        {a && b && c && (
          <RunChoice
            title={t("run.compare.fourth")}
            run={fourth.data?.value}
            other={one}
            onChange={(id) => update({ d: id })}
            onClear={() => update({ d: undefined })}
          />
        )}
      </SimpleGrid>
      {error ? <ProblemAlert error={error} /> : null}
      {!a || !b ? (
        <EmptyState
          icon={<IconArrowsDiff size={34} />}
          title={t("run.compare.empty_title")}
          text={t("run.compare.empty_text")}
        />
      ) : null}
      {a && b && !error ? (
        one && two && more.length === wanted ? (
          <Sides runs={[one, two, ...more]} />
        ) : (
          <CardsSkeleton cards={3} />
        )
      ) : null}
    </Stack>
  );
}

/** Two in full; three or four beside each other. */
function Sides({ runs }: { runs: Run[] }) {
  const { t } = useTranslation();
  const [first, second] = runs;
  if (!first || !second) return null;
  if (runs.length === 2) return <Pair first={first} second={second} />;
  return <CompareMany runs={runs} names={runs.map((run) => pairNames(first, run, t)[1])} />;
}

function RunChoice({
  title,
  run,
  other,
  onChange,
  onClear,
}: {
  title: string;
  run: Run | undefined;
  other: Run | undefined;
  onChange: (id: string) => void;
  onClear?: () => void;
}) {
  const { t } = useTranslation();
  const name = useRunName();
  const [plan, setPlan] = useState<string | null>(run?.plan ?? other?.plan ?? null);
  const known = run?.plan ?? other?.plan;
  useEffect(() => {
    if (known) setPlan((before) => before ?? known);
  }, [known]);
  const plans = useInfiniteQuery(planList({ q: "", sort: "name", deleted: false }));
  const runs = useInfiniteQuery({ ...runList(plan ?? ""), enabled: plan !== null });
  const choices =
    runs.data?.pages.flatMap(({ items }) => items).filter(({ status }) => status === "optimal") ?? [];
  return (
    <Panel>
      <Stack gap="xs">
        <Title order={2} size="h4">
          {title}
        </Title>
        <Select
          label={t("run.plan")}
          data={(plans.data?.pages.flatMap(({ items }) => items) ?? []).map((item) => ({
            value: item.id,
            label: item.name,
          }))}
          value={plan}
          onChange={setPlan}
          searchable
          allowDeselect={false}
        />
        <Select
          label={t("run.run")}
          data={choices.map((choice) => ({ value: choice.id, label: name(choice) }))}
          value={run && run.plan === plan ? run.id : null}
          onChange={(id) => (id ? onChange(id) : onClear?.())}
          clearable={onClear !== undefined}
          clearButtonProps={{ "aria-label": t("people.clear_one") }}
          placeholder={t("run.compare.choose_run")}
          disabled={plan === null}
          nothingFoundMessage={t("run.compare.no_runs")}
          allowDeselect={onClear !== undefined}
        />
      </Stack>
    </Panel>
  );
}

function Pair({ first, second }: { first: Run; second: Run }) {
  const { t } = useTranslation();
  const theme = useChartTheme();
  const models = [useQuery(runModelQuery(first.id)).data, useQuery(runModelQuery(second.id)).data];
  const [before, after] = models;
  if (!first.result || !second.result) return <Alert color="orange">{t("run.compare.no_result")}</Alert>;
  if (!before || !after) return <CardsSkeleton cards={3} />;
  const names = pairNames(first, second, t);
  const pairs = technologyPairs(first.result.technologies, second.result.technologies);
  const sameMoney = before.currency === after.currency && before.price_year === after.price_year;
  return (
    <Stack gap="lg">
      {sameMoney ? null : (
        <Alert color="orange" title={t("run.compare.money_title")}>
          {t("run.compare.money_text", {
            first: `${before.currency} ${before.price_year}`,
            second: `${after.currency} ${after.price_year}`,
          })}
        </Alert>
      )}
      <Figures
        figures={keyFigures(first.result, second.result)}
        names={names}
        models={[before, after]}
        sameMoney={sameMoney}
      />
      <SimpleGrid cols={{ base: 1, lg: 2 }} spacing="lg">
        <Capacities pairs={pairs} names={names} />
        {sameMoney ? <CostDifferences pairs={pairs} model={after} /> : null}
      </SimpleGrid>
      {sameMoney ? (
        <ComparePayments
          sides={[
            { run: first, model: before, name: names[0], colour: theme.accentSoft },
            { run: second, model: after, name: names[1], colour: theme.accent },
          ]}
        />
      ) : null}
      <Panel>
        <Title order={2} size="h4" mb="xs">
          {t("run.compare.assumptions")}
        </Title>
        <DifferencesTable
          before={before}
          after={after}
          beforeName={names[0]}
          afterName={names[1]}
          same={t("run.compare.same_assumptions")}
        />
      </Panel>
    </Stack>
  );
}

/// Runs of two plans are told apart by the plan's name too.
function pairNames(
  first: Run,
  second: Run,
  t: (key: string, params: Record<string, unknown>) => string,
): [string, string] {
  const own = ({ number, label }: Run) =>
    label ? t("run.name_label", { number, label }) : t("run.name", { number });
  if (first.plan === second.plan) return [own(first), own(second)];
  return [`${first.plan_name ?? ""} ${own(first)}`, `${second.plan_name ?? ""} ${own(second)}`];
}

function Figures({
  figures,
  names,
  models,
  sameMoney,
}: {
  figures: KeyFigure[];
  names: [string, string];
  models: [Network, Network];
  sameMoney: boolean;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const show = (kind: KeyFigure["kind"], value: number | undefined, side: 0 | 1): string => {
    if (kind === "money") return formatMoney(value, models[side].currency, language);
    if (kind === "share") return formatPercent(value, language);
    return formatQuantity(value, kind, language);
  };
  const change = ({ kind, difference }: KeyFigure): string => {
    if (difference === undefined || (kind === "money" && !sameMoney)) return "–";
    if (kind === "share")
      return formatSigned(difference, (size) =>
        t("run.compare.points", { points: formatNumber(size * 100, language, 3) }),
      );
    return formatSigned(difference, (size) => show(kind, size, 1));
  };
  return (
    <Panel>
      <Title order={2} size="h4" mb="xs">
        {t("run.compare.figures")}
      </Title>
      <Table.ScrollContainer
        minWidth={560}
        scrollAreaProps={{
          viewportProps: { tabIndex: 0, role: "region", "aria-label": t("run.compare.figures") },
        }}
      >
        <Table verticalSpacing="sm">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("run.compare.figure")}</Table.Th>
              <Table.Th ta="right">{names[0]}</Table.Th>
              <Table.Th ta="right">{names[1]}</Table.Th>
              <Table.Th ta="right">{t("run.compare.difference")}</Table.Th>
              <Table.Th ta="right">%</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {figures.map((figure) => (
              <Table.Tr key={figure.key}>
                <Table.Th scope="row" fw={500}>
                  {t(`run.figure.${figure.key}`)}
                </Table.Th>
                <Table.Td ta="right" className="num">
                  {show(figure.kind, figure.first, 0)}
                </Table.Td>
                <Table.Td ta="right" className="num">
                  {show(figure.kind, figure.second, 1)}
                </Table.Td>
                <Table.Td ta="right" className="num" fw={600}>
                  {change(figure)}
                </Table.Td>
                <Table.Td ta="right" className="num">
                  {figure.relative === undefined || (figure.kind === "money" && !sameMoney)
                    ? "–"
                    : formatSigned(figure.relative, (size) => formatPercent(size, language))}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Panel>
  );
}
