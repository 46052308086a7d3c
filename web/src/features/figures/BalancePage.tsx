// SPDX-License-Identifier: Apache-2.0
import {
  Alert,
  Anchor,
  Group,
  List,
  NumberInput,
  Paper,
  Select,
  Skeleton,
  Stack,
  Switch,
  Text,
  Title,
} from "@mantine/core";
import { IconScale } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api/client";
import { Chart } from "../../components/chart/Chart";
import { useChartTheme, useNarrow } from "../../components/chart/surroundings";
import { EmptyState } from "../../components/EmptyState";
import { PageHeader } from "../../components/PageHeader";
import { ProblemAlert } from "../../components/ProblemAlert";
import { urlText, useUrlState } from "../../hooks/useUrlState";
import { sankeyOption } from "../energy/charts/sankey";
import { formatNumber } from "../energy/lib/format";
import { type Balance, balanceQuery } from "./api";
import { BalanceEmissions } from "./BalanceEmissions";
import { BalanceTable } from "./BalanceTable";
import { flowsOf, knownOption, type Part, partsOf } from "./balanceChart";
import { CityNav, cityCrumbs } from "./CityNav";
import { type Names, regionChoices, unitText, useNames, valueText } from "./names";
import { useFigureSources } from "./SourceLine";

const kUnits = ["ktoe", "TJ", "GWh", "Tcal"];

/** Supply, transformation and final use of a year: what is known, and what is not. */
export function BalancePage() {
  const { t } = useTranslation();
  const [search, update] = useUrlState();
  const names = useNames();
  const region = urlText(search.region) || "kr.daegu";
  const year = Number(urlText(search.year)) || 2014;
  const unit = kUnits.find((known) => known === search.unit) ?? "ktoe";
  const estimate = search.estimate === true;
  const { data, error, refetch } = useQuery(balanceQuery(region, year, unit, estimate));
  if (error instanceof ApiError && error.status === 403) throw error;
  return (
    <>
      <PageHeader
        title={t("figures.balance.title")}
        description={t("figures.balance.description")}
        crumbs={cityCrumbs(t, t("figures.balance.title"))}
      />
      <CityNav />
      {names && (
        <Group gap="sm" mb="lg" align="flex-end" className="no-print">
          <Select
            label={t("figures.balance.region")}
            w={220}
            searchable
            allowDeselect={false}
            value={region}
            onChange={(next) => update({ region: next ?? undefined })}
            data={regionChoices(names)}
          />
          <NumberInput
            label={t("figures.balance.year")}
            w={110}
            min={1900}
            max={2199}
            allowDecimal={false}
            thousandSeparator=""
            value={year}
            onChange={(next) => {
              if (Number(next) >= 1900 && Number(next) <= 2199) update({ year: Number(next) });
            }}
          />
          <Select
            label={t("figures.balance.unit")}
            w={130}
            allowDeselect={false}
            value={unit}
            onChange={(next) => update({ unit: next ?? undefined })}
            data={kUnits.map((value) => ({ value, label: unitText(value, names.language) }))}
          />
        </Group>
      )}
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {(!data || !names) && !error && <Skeleton h={420} radius="lg" />}
      {data && names && data.cells.length === 0 && (
        <EmptyState
          icon={<IconScale size={32} />}
          title={t("figures.balance.empty")}
          text={t("figures.balance.empty_text")}
          action={
            <Anchor component={Link} to={"/imports?resource=energy_yearbooks" as string}>
              {t("figures.import_table")}
            </Anchor>
          }
        />
      )}
      {data && names && data.cells.length > 0 && (
        <Stack gap="lg">
          {data.mismatches.length > 0 && <Mismatches balance={data} names={names} />}
          {!data.complete && (
            <Switch
              label={t("figures.balance.estimate")}
              checked={estimate}
              onChange={(event) => update({ estimate: event.currentTarget.checked || undefined })}
            />
          )}
          {estimate && (
            <Alert color="gam">
              {t(
                data.cells.some((one) => one.estimate)
                  ? "figures.balance.estimate_note"
                  : "figures.balance.no_estimate",
              )}
            </Alert>
          )}
          <Picture balance={data} names={names} />
          <BalanceTable balance={data} names={names} />
          {data.gaps.length > 0 && <Gaps balance={data} names={names} />}
          <BalanceEmissions balance={data} names={names} />
        </Stack>
      )}
    </>
  );
}

function Picture({ balance, names }: { balance: Balance; names: Names }) {
  const { t } = useTranslation();
  const theme = useChartTheme();
  const narrow = useNarrow();
  const { language } = names;
  const value = (number: number) => valueText(number, balance.unit, language);
  const sector = (code: string) => names.term("sector", code);
  const item = (part: Part) =>
    [
      part.item === "" ? t("figures.balance.rest") : names.term("item", part.item),
      part.estimate && `(${t("figures.balance.estimated")})`,
    ]
      .filter(Boolean)
      .join(" ");
  const graph = flowsOf(balance, {
    sector,
    item: (code) => names.term("item", code),
    supply: t("figures.balance.supply"),
  });
  const source = useFigureSources(balance.figures.filter((one) => one.indicator.startsWith("energy.")));
  const label = new Map(graph.nodes.map((node) => [node.id, node.label]));
  const parts = partsOf(balance);
  const title = `${names.region(balance.region)} ${balance.year} · ${t(
    balance.complete ? "figures.balance.sankey" : "figures.balance.known",
  )} (${unitText(balance.unit, language)})`;
  return (
    <Paper component="section" className="panel" p={{ base: "md", sm: "lg" }}>
      {balance.complete ? (
        <Chart
          title={title}
          description={graph.edges
            .map((one) => `${label.get(one.source)} → ${label.get(one.target)} ${value(one.mwh)}`)
            .join(", ")}
          option={sankeyOption(graph, value, theme, narrow)}
          height={Math.max(340, 40 * graph.nodes.length)}
          fileName={`balance-${balance.region}-${balance.year}`}
          source={source}
          table={() => ({
            columns: [
              t("figures.balance.supply"),
              t("figures.balance.final"),
              `${t("figures.field.value")} (${balance.unit})`,
            ],
            rows: graph.edges.map((one) => [
              label.get(one.source) ?? one.source,
              label.get(one.target) ?? one.target,
              one.mwh,
            ]),
          })}
        />
      ) : (
        <Chart
          title={title}
          description={parts
            .map((one) =>
              t("figures.balance.known_text", {
                sector: `${sector(one.sector)} ${item(one)}`,
                value: formatNumber(one.value, language),
                unit: unitText(balance.unit, language),
              }),
            )
            .join(", ")}
          option={knownOption(
            balance,
            { sector, item, value, unit: unitText(balance.unit, language) },
            theme,
            narrow,
          )}
          height={Math.max(260, 60 * balance.sectors.length + 90)}
          fileName={`balance-${balance.region}-${balance.year}`}
          source={source}
          table={() => ({
            columns: [
              t("figures.field.sector"),
              t("figures.field.item"),
              `${t("figures.field.value")} (${balance.unit})`,
            ],
            rows: parts.map((one) => [sector(one.sector), item(one), one.value]),
          })}
        />
      )}
    </Paper>
  );
}

function Mismatches({ balance, names }: { balance: Balance; names: Names }) {
  const { t } = useTranslation();
  return (
    <Alert color="red">
      {balance.mismatches.map((one) => (
        <Text key={`${one.sector}/${one.item}`} size="sm">
          {t("figures.balance.mismatch", {
            what: names.part(one) || t("figures.whole"),
            stated: formatNumber(one.stated, names.language),
            summed: formatNumber(one.summed, names.language),
            unit: unitText(balance.unit, names.language),
          })}
        </Text>
      ))}
    </Alert>
  );
}

function Gaps({ balance, names }: { balance: Balance; names: Names }) {
  const { t } = useTranslation();
  return (
    <Paper component="section" className="panel" p={{ base: "md", sm: "lg" }}>
      <Title order={2} size="h3" mb={4}>
        {t("figures.balance.gaps")}
      </Title>
      <Text c="dimmed" mb="sm">
        {t("figures.balance.gaps_text")}
      </Text>
      <List spacing={4}>
        {balance.gaps.map((gap) => (
          <List.Item key={`${gap.kind}/${gap.sector}/${gap.item}`}>
            {t(`figures.balance.gap.${gap.kind}`, {
              sector: names.term("sector", gap.sector),
              item: names.term("item", gap.item),
              rest: gap.rest === undefined ? "" : ` ${valueText(gap.rest, balance.unit, names.language)}`,
            })}
          </List.Item>
        ))}
      </List>
    </Paper>
  );
}
