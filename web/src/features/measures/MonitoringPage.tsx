// SPDX-License-Identifier: Apache-2.0
import {
  Alert,
  Anchor,
  Button,
  Group,
  List,
  NumberInput,
  Paper,
  SimpleGrid,
  Skeleton,
  Stack,
  Table,
  Text,
  Title,
} from "@mantine/core";
import { IconPrinter, IconReport } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ApiError, type Schemas } from "../../api/client";
import { useLanguage } from "../../components/chart/surroundings";
import { EmptyState } from "../../components/EmptyState";
import { PageHeader } from "../../components/PageHeader";
import { ProblemAlert } from "../../components/ProblemAlert";
import { urlText, useUrlState } from "../../hooks/useUrlState";
import { EnergyTabs } from "../energy/EnergyTabs";
import { FictitiousBadge } from "../people/badges";
import { Fact } from "../people/Fact";
import { monitoringQuery } from "./api";
import { Source } from "./kept/Panel";
import { money, mwh, toe, tonnes } from "./numbers";
import { ResultFacts } from "./programmes/ResultFacts";
import { Reasons, StatusBadge } from "./status";

type Report = Schemas["MonitoringReport"];

/** The monitoring report of a year: what was expected, what came of it, and how each measure stands. */
export function MonitoringPage() {
  const { t } = useTranslation();
  const [search, update] = useUrlState();
  const wanted = Number(urlText(search.year));
  const year = wanted >= 1990 && wanted <= 2100 ? Math.round(wanted) : new Date().getFullYear();
  const { data, error, refetch } = useQuery({ ...monitoringQuery(year), placeholderData: keepPreviousData });
  if (error instanceof ApiError && error.status === 403) throw error;
  return (
    <>
      <PageHeader
        title={t("monitoring.title", { year })}
        description={t("monitoring.description")}
        crumbs={[
          { label: t("app.pages.home"), to: "/" },
          { label: t("home.desks.energy.name"), to: "/energy/plans" },
          { label: t("monitoring.name") },
        ]}
        actions={
          <Button
            variant="default"
            leftSection={<IconPrinter size={18} aria-hidden />}
            onClick={() => window.print()}
          >
            {t("monitoring.print")}
          </Button>
        }
      />
      <EnergyTabs />
      <NumberInput
        className="no-print"
        label={t("measure.field.year")}
        w={130}
        mb="lg"
        min={1990}
        max={2100}
        value={year}
        onChange={(next) => typeof next === "number" && next >= 1990 && update({ year: next })}
      />
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton h={380} radius="lg" />}
      {data && <Shown report={data} />}
    </>
  );
}

function Shown({ report }: { report: Report }) {
  const { t } = useTranslation();
  if (report.measures.length === 0 && report.programmes.length === 0)
    return (
      <EmptyState
        icon={<IconReport size={32} />}
        title={t("monitoring.none", { year: report.year })}
        text={t("monitoring.none_text")}
      />
    );
  return (
    <Stack gap="lg">
      {(report.measures.some(({ measure }) => measure.fictitious) ||
        report.programmes.some(({ fictitious }) => fictitious)) && (
        <Alert color="gam">{t("centre.has_fictitious")}</Alert>
      )}
      <Summary report={report} />
      <MeasureTable report={report} />
      {report.measures.map((one) => (
        <OneMeasure key={one.measure.id} one={one} />
      ))}
      <Programmes report={report} />
    </Stack>
  );
}

function Summary({ report }: { report: Report }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { total, counts } = report;
  return (
    <Paper className="panel" p={{ base: "md", sm: "lg" }} component="section">
      <Title order={2} size="h4" mb="sm">
        {t("monitoring.summary")}
      </Title>
      <SimpleGrid cols={{ base: 1, sm: 3 }} component="dl" m={0} spacing="lg">
        <Fact label={t("measure.field.expected_t")}>
          <span className="num">{`${tonnes(total.expected_t, language)} (${report.year})`}</span>
        </Fact>
        <Fact label={t("measure.field.actual_t")}>
          <span className="num">{tonnes(total.actual_t, language)}</span>
          <Text size="sm" c="dimmed">
            {t("monitoring.reported", { reported: report.reported, all: report.measures.length })}
          </Text>
        </Fact>
        <Fact label={t("monitoring.energy")}>
          <span className="num">
            {`${mwh(total.expected_mwh, language)} · ${toe(total.expected_toe, language)}`}
          </span>
        </Fact>
      </SimpleGrid>
      <Group gap="md" mt="md">
        {counts.map(({ status, count }) => (
          <Group key={status} gap={6}>
            <StatusBadge status={status} />
            <Text className="num">{count}</Text>
          </Group>
        ))}
      </Group>
      <Text size="sm" c="dimmed" mt="sm">
        {t("measure.judged_on", { day: report.judged_on })}
      </Text>
    </Paper>
  );
}

function MeasureTable({ report }: { report: Report }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Paper className="panel" p={{ base: "md", sm: "lg" }} component="section">
      <Title order={2} size="h4" mb="sm">
        {t("monitoring.table", { year: report.year })}
      </Title>
      <Table.ScrollContainer
        minWidth={640}
        type="native"
        tabIndex={0}
        aria-label={t("monitoring.table", { year: report.year })}
      >
        <Table miw={720} aria-label={t("monitoring.table", { year: report.year })}>
          <Table.Thead>
            <Table.Tr>
              {["title", "status", "expected_t", "actual_t", "expected_mwh", "actual_mwh", "spent"].map(
                (name) => (
                  <Table.Th key={name} scope="col">
                    {t(`measure.field.${name}`)}
                  </Table.Th>
                ),
              )}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {report.measures.map(({ measure, year }) => (
              <Table.Tr key={measure.id}>
                <Table.Th scope="row">
                  <Anchor component={Link} to={`/energy/measures/${measure.id}`}>
                    {measure.title}
                  </Anchor>
                </Table.Th>
                <Table.Td>
                  <StatusBadge status={measure.status} />
                </Table.Td>
                <Table.Td className="num">{tonnes(year.expected_t, language)}</Table.Td>
                <Table.Td className="num">{tonnes(year.actual_t, language)}</Table.Td>
                <Table.Td className="num">{mwh(year.expected_mwh, language)}</Table.Td>
                <Table.Td className="num">{mwh(year.actual_mwh, language)}</Table.Td>
                <Table.Td className="num">{money(measure.spent, measure.currency, language)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

function OneMeasure({ one }: { one: Report["measures"][number] }) {
  const { t } = useTranslation();
  const { measure, year, milestones } = one;
  return (
    <Paper className="panel" p={{ base: "md", sm: "lg" }} component="section">
      <Group gap="xs" mb="xs">
        <Title order={2} size="h4">
          {measure.title}
        </Title>
        <StatusBadge status={measure.status} />
        {measure.fictitious && <FictitiousBadge />}
      </Group>
      <Reasons reasons={measure.reasons} />
      {milestones.length > 0 && (
        <>
          <Text fw={600} mt="sm">
            {t("monitoring.milestones")}
          </Text>
          <List>
            {milestones.map(({ name, due, done }) => (
              <List.Item key={`${name}-${due}`}>
                {t(done ? "monitoring.milestone_done" : "monitoring.milestone_open", { name, due, done })}
              </List.Item>
            ))}
          </List>
        </>
      )}
      <Text mt="sm" size="sm">
        {`${t("measure.field.method")}: ${one.method}`}
      </Text>
      <Source text={one.method_source} />
      {year.actual_source && (
        <Text size="sm" c="dimmed">
          {t("monitoring.actual_source", { source: year.actual_source })}
        </Text>
      )}
    </Paper>
  );
}

function Programmes({ report }: { report: Report }) {
  const { t } = useTranslation();
  if (report.programmes.length === 0) return null;
  return (
    <Paper className="panel" p={{ base: "md", sm: "lg" }} component="section">
      <Title order={2} size="h4" mb="sm">
        {t("monitoring.programmes")}
      </Title>
      <Stack>
        {report.programmes.map((one) => (
          <div key={one.id}>
            <Group gap="xs">
              <Anchor component={Link} to={`/energy/programmes/${one.id}`} fw={600}>
                {one.title}
              </Anchor>
              {one.fictitious && <FictitiousBadge />}
            </Group>
            {one.results.map((result) => (
              <ResultFacts key={`${result.year}-${result.source}`} result={result} currency={one.currency} />
            ))}
          </div>
        ))}
      </Stack>
    </Paper>
  );
}
