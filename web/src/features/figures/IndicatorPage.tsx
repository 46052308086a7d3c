// SPDX-License-Identifier: Apache-2.0
import {
  Alert,
  Anchor,
  Badge,
  Group,
  MultiSelect,
  Paper,
  Select,
  Skeleton,
  Stack,
  Table,
  Text,
  Title,
} from "@mantine/core";
import { IconChartLine } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../api/client";
import { Chart } from "../../components/chart/Chart";
import { useChartTheme, useNarrow } from "../../components/chart/surroundings";
import { EmptyState } from "../../components/EmptyState";
import { PageHeader } from "../../components/PageHeader";
import { ProblemAlert } from "../../components/ProblemAlert";
import stacked from "../../components/StackedTable.module.css";
import { urlText, useUrlState } from "../../hooks/useUrlState";
import { formatNumber, formatSigned } from "../energy/lib/format";
import { type Series, type SeriesFigure, seriesQuery } from "./api";
import { CityNav, cityCrumbs } from "./CityNav";
import {
  indicatorChoices,
  type Names,
  periodText,
  regionChoices,
  textIn,
  unitText,
  useNames,
  valueText,
} from "./names";
import { SourceDrawer } from "./SourceDrawer";
import { SourceLine, useFigureSources } from "./SourceLine";
import { drawable, linesOf, seriesOption } from "./seriesChart";

const kFirst = "ghg.managed";
const kHome = "kr.daegu";

/** One indicator: its values over the years with targets, other regions, and the path the targets ask for. */
export function IndicatorPage() {
  const { t } = useTranslation();
  const [search, update] = useUrlState();
  const names = useNames();
  const code = urlText(search.indicator) || kFirst;
  const region = urlText(search.region) || kHome;
  const compare = urlText(search.compare).split(",").filter(Boolean);
  const unit = urlText(search.unit) || undefined;
  const { data, error, refetch } = useQuery(seriesQuery(code, [region, ...compare], unit));
  if (error instanceof ApiError && error.status === 403) throw error;
  return (
    <>
      <PageHeader
        title={t("figures.title")}
        description={t("figures.description")}
        crumbs={cityCrumbs(t, t("figures.indicator.title")).slice(0, 3)}
      />
      <CityNav />
      {names && (
        <Group gap="sm" mb="lg" align="flex-end" className="no-print">
          <Select
            label={t("figures.indicator.choose")}
            w={260}
            searchable
            allowDeselect={false}
            value={code}
            onChange={(indicator) => update({ indicator: indicator ?? undefined, unit: undefined })}
            data={indicatorChoices(names, (topic) => t(`figures.topic.${topic}`))}
          />
          <Select
            label={t("figures.indicator.region")}
            w={200}
            searchable
            allowDeselect={false}
            value={region}
            onChange={(next) => update({ region: next ?? undefined })}
            data={regionChoices(names)}
          />
          <MultiSelect
            label={t("figures.indicator.compare")}
            w={280}
            searchable
            clearable
            clearButtonProps={{ "aria-label": t("people.clear_one") }}
            value={compare}
            onChange={(next) => update({ compare: next.join() || undefined })}
            data={regionChoices(names).filter(({ value }) => value !== region)}
          />
          {data && data.units.length > 1 && (
            <Select
              label={t("figures.indicator.unit")}
              w={140}
              allowDeselect={false}
              value={data.unit}
              onChange={(next) => update({ unit: next ?? undefined })}
              data={data.units.map((value) => ({ value, label: unitText(value, names.language) }))}
            />
          )}
        </Group>
      )}
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {(!data || !names) && !error && <Skeleton h={420} radius="lg" />}
      {data && names && data.figures.length === 0 && (
        <EmptyState
          icon={<IconChartLine size={32} />}
          title={t("figures.indicator.none")}
          text={t("figures.indicator.none_text")}
        />
      )}
      {data && names && data.figures.length > 0 && (
        <Stack gap="lg">
          <Disagreements series={data} names={names} />
          <SeriesPanel series={data} names={names} region={region} />
          <Paths series={data} names={names} />
          <Points series={data} names={names} onSource={(open) => update({ open })} />
        </Stack>
      )}
      <SourceDrawer id={urlText(search.open) || undefined} onClose={() => update({ open: undefined })} />
    </>
  );
}

function Disagreements({ series, names }: { series: Series; names: Names }) {
  const { t } = useTranslation();
  if (series.disagreements.length === 0) return null;
  const number = (value: number) => formatNumber(value, names.language, 5);
  return (
    <Alert color="gam" title={t("figures.indicator.disagree")}>
      {series.disagreements.map((one) => (
        <Text key={[one.region, one.sector, one.item, one.period].join()} size="sm">
          {t("figures.indicator.disagree_text", {
            where: [names.region(one.region), names.part(one)].filter(Boolean).join(" · "),
            period: periodText(one.period, names.language, t("figures.undated")),
            lowest: number(one.lowest),
            highest: number(one.highest),
            unit: unitText(series.unit, names.language),
          })}
        </Text>
      ))}
    </Alert>
  );
}

function SeriesPanel({ series, names, region }: { series: Series; names: Names; region: string }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const theme = useChartTheme();
  const narrow = useNarrow();
  const indicator = names.vocabulary.indicators.find(({ code }) => code === series.indicator);
  const drawn = drawable(series.figures, indicator?.nature === "flow");
  const left = series.figures.filter(({ shown_value }) => shown_value === undefined).length;
  const several = new Set(drawn.map((one) => one.region)).size > 1;
  const name = (one: SeriesFigure) =>
    [
      several && names.region(one.region),
      names.part(one),
      one.kind !== "actual" && t(`figures.kind.${one.kind}`),
      one.baseline && names.baseline(one.baseline),
    ]
      .filter(Boolean)
      .join(" · ") || names.region(one.region);
  const value = (one: SeriesFigure) => valueText(one.shown_value ?? one.value, series.unit, names.language);
  const source = (one: SeriesFigure) =>
    one.source_document
      ? `${one.source_document}, ${one.source_publisher}`
      : one.formula || t(`figures.method.${one.method}`);
  const sources = useFigureSources(series.figures);
  const title = t("figures.indicator.chart", {
    indicator: names.indicator(series.indicator),
    region: names.region(region),
  });
  return (
    <Paper component="section" className="panel" p={{ base: "md", sm: "lg" }}>
      {drawn.length === 0 ? (
        <Text c="dimmed">{t("figures.indicator.undated_text")}</Text>
      ) : (
        <Chart
          title={`${title} (${unitText(series.unit, names.language)})`}
          description={t("figures.indicator.chart_text", {
            count: drawn.length,
            unit: unitText(series.unit, names.language),
          })}
          option={seriesOption(
            linesOf(drawn, name),
            { unit: unitText(series.unit, names.language), value, source },
            theme,
            narrow,
          )}
          height={narrow ? 320 : 400}
          fileName={series.indicator}
          source={sources}
          onEvents={{
            click: (event) => {
              const { data } = event as { data?: { figure?: SeriesFigure } };
              if (data?.figure)
                void navigate({ to: "/energy/figures/$figureId", params: { figureId: data.figure.id } });
            },
          }}
          table={() => ({
            columns: [
              t("figures.field.region"),
              t("figures.field.period"),
              `${t("figures.field.value")} (${series.unit})`,
              t("figures.field.kind"),
              t("figures.field.source"),
            ],
            rows: series.figures.map((one) => [
              [names.region(one.region), names.part(one)].filter(Boolean).join(" · "),
              one.period,
              one.shown_value ?? `${one.value} ${one.unit}`,
              t(`figures.kind.${one.kind}`),
              source(one),
            ]),
          })}
        />
      )}
      <Text size="sm" c="dimmed" mt="xs">
        {t("figures.indicator.follow")}
        {left > 0 && ` ${t("figures.indicator.other_unit", { count: left })}`}
      </Text>
    </Paper>
  );
}

function Paths({ series, names }: { series: Series; names: Names }) {
  const { t } = useTranslation();
  if (series.paths.length === 0) return null;
  const { language } = names;
  const number = (value: number) => formatNumber(value, language, 4);
  const source = new Map(series.figures.map((one) => [one.id, one]));
  return (
    <Paper component="section" className="panel" p={{ base: "md", sm: "lg" }}>
      <Title order={2} size="h3" mb="md">
        {t("figures.indicator.path")}
      </Title>
      <Stack gap="md">
        {series.paths.map((one) => (
          <div key={`${one.from_figure}${one.to_figure}`}>
            <Group gap="xs">
              <Text fw={600}>{names.baseline(one.baseline)}</Text>
              <Badge variant="light">{one.to_year}</Badge>
            </Group>
            <Text className="num">
              {t("figures.indicator.path_text", {
                from_year: one.from_year,
                from: number(one.from_value),
                to_year: one.to_year,
                to: number(one.to_value),
                this_year: Math.max(series.this_year, one.from_year),
                per_year: formatSigned(one.per_year, number),
                unit: unitText(series.unit, language),
              })}
              {one.percent_per_year !== undefined &&
                ` (${t("figures.indicator.path_rate", { percent: formatSigned(one.percent_per_year, number) })})`}
            </Text>
            <Text size="sm" c="dimmed">
              {one.from_baseline && `${t("figures.indicator.path_baseline")} `}
              {[one.from_figure, one.to_figure].map((id, index) => (
                <Anchor
                  key={id}
                  component={Link}
                  to={`/energy/figures/${id}` as string}
                  mr="xs"
                  underline="always"
                >
                  {`${index === 0 ? one.from_year : one.to_year} ${t(`figures.kind.${source.get(id)?.kind ?? "target"}`)}`}
                </Anchor>
              ))}
            </Text>
          </div>
        ))}
      </Stack>
    </Paper>
  );
}

function Points(props: { series: Series; names: Names; onSource: (id: string) => void }) {
  const { t } = useTranslation();
  const { series, names, onSource } = props;
  return (
    <Paper component="section" className="panel" style={{ overflow: "hidden" }}>
      <Title order={2} size="h3" p={{ base: "md", sm: "lg" }} pb={0}>
        {t("figures.indicator.points")}
      </Title>
      <Table
        className={stacked.table}
        verticalSpacing="sm"
        horizontalSpacing="lg"
        aria-label={t("figures.indicator.points")}
      >
        <Table.Thead>
          <Table.Tr>
            {(["period", "value", "region", "source"] as const).map((column) => (
              <Table.Th key={column} scope="col">
                {t(`figures.field.${column}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {series.figures.map((one) => (
            <Table.Tr key={one.id} data-figure={one.id}>
              <Table.Td className="num" style={{ whiteSpace: "nowrap" }}>
                <Anchor component={Link} to={`/energy/figures/${one.id}` as string}>
                  {periodText(one.period, names.language, t("figures.undated"))}
                </Anchor>
              </Table.Td>
              <Table.Td className="num" data-label={t("figures.field.value")}>
                <div>
                  {valueText(one.value, one.unit, names.language)}
                  {one.shown_value !== undefined && one.unit !== series.unit && (
                    <Text size="sm" c="dimmed">
                      {`= ${valueText(one.shown_value, series.unit, names.language)}`}
                    </Text>
                  )}
                </div>
              </Table.Td>
              <Table.Td data-label={t("figures.field.region")}>
                <div style={{ flex: 1 }}>
                  {[names.region(one.region), names.part(one)].filter(Boolean).join(" · ")}
                  <Text size="sm" c="dimmed">
                    {[
                      one.kind !== "actual" && t(`figures.kind.${one.kind}`),
                      one.baseline && names.baseline(one.baseline),
                      textIn(one.basis_ko, one.basis_en, names.language),
                      textIn(one.note_ko, one.note_en, names.language),
                    ]
                      .filter(Boolean)
                      .join(" · ")}
                  </Text>
                </div>
              </Table.Td>
              <Table.Td data-label={t("figures.field.source")}>
                <div style={{ flex: 1 }}>
                  <SourceLine one={one} onOpen={onSource} />
                </div>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}
