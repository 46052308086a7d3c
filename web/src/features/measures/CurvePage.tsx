// SPDX-License-Identifier: Apache-2.0
import { Alert, Anchor, Group, List, NumberInput, Paper, Skeleton, Stack, Table, Title } from "@mantine/core";
import { IconAlertTriangle, IconChartBar, IconInfoCircle } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ApiError, type Schemas } from "../../api/client";
import { useLanguage } from "../../components/chart/surroundings";
import { EmptyState } from "../../components/EmptyState";
import { PageHeader } from "../../components/PageHeader";
import { ProblemAlert } from "../../components/ProblemAlert";
import stacked from "../../components/StackedTable.module.css";
import { urlText, useUrlState } from "../../hooks/useUrlState";
import { EnergyTabs } from "../energy/EnergyTabs";
import { formatNumber, formatRate } from "../energy/lib/format";
import { FictitiousBadge } from "../people/badges";
import { curveQuery } from "./api";
import { CurveChart } from "./charts/CurveChart";
import { Source } from "./kept/Panel";
import { money } from "./numbers";

type Curve = Schemas["AbatementCurve"];

const inside = (value: unknown, low: number, high: number, otherwise: number) => {
  const number = Number(urlText(value));
  return urlText(value) !== "" && number >= low && number <= high ? number : otherwise;
};

/** What a tonne costs by each measure, cheapest first. */
export function CurvePage() {
  const { t } = useTranslation();
  const [search, update] = useUrlState();
  const year = Math.round(inside(search.year, 1990, 2100, 2030));
  const rate = inside(search.rate, 0, 50, 5);
  const { data, error, refetch } = useQuery({ ...curveQuery(year, rate), placeholderData: keepPreviousData });
  if (error instanceof ApiError && error.status === 403) throw error;
  return (
    <>
      <PageHeader
        title={t("curve.title")}
        description={t("curve.description")}
        crumbs={[
          { label: t("app.pages.home"), to: "/" },
          { label: t("home.desks.energy.name"), to: "/energy/plans" },
          { label: t("curve.title") },
        ]}
      />
      <EnergyTabs />
      <Group gap="sm" mb="lg" align="flex-start" className="no-print">
        <NumberInput
          label={t("curve.year")}
          w={130}
          min={1990}
          max={2100}
          value={year}
          onChange={(next) => typeof next === "number" && next >= 1990 && update({ year: next })}
        />
        <NumberInput
          label={t("curve.rate")}
          description={t("curve.rate_hint")}
          inputWrapperOrder={["label", "input", "description"]}
          w={300}
          min={0}
          max={50}
          step={0.5}
          decimalScale={2}
          suffix=" %"
          value={rate}
          onChange={(next) => typeof next === "number" && update({ rate: next })}
        />
      </Group>
      <ProblemAlert error={error} onRetry={() => void refetch()} />
      {!data && !error && <Skeleton h={380} radius="lg" />}
      {data && <Shown curve={data} />}
    </>
  );
}

function Shown({ curve }: { curve: Curve }) {
  const { t } = useTranslation();
  if (curve.steps.length === 0)
    return (
      <Stack>
        <EmptyState
          icon={<IconChartBar size={32} />}
          title={t("curve.none", { year: curve.year })}
          text={t("curve.none_text")}
        />
        <LeftOut curve={curve} />
      </Stack>
    );
  return (
    <Stack gap="lg">
      {curve.steps.some(({ fictitious }) => fictitious) && (
        <Alert color="gam">{t("centre.has_fictitious")}</Alert>
      )}
      <Paper className="panel" p={{ base: "md", sm: "lg" }}>
        <CurveChart curve={curve} />
      </Paper>
      <Warnings curve={curve} />
      <Steps curve={curve} />
      <LeftOut curve={curve} />
    </Stack>
  );
}

function Warnings({ curve }: { curve: Curve }) {
  const { t } = useTranslation();
  return (
    <>
      {curve.overlaps.length > 0 && (
        <Alert color="gam" icon={<IconAlertTriangle aria-hidden />} title={t("curve.overlap.title")}>
          <List>
            {curve.overlaps.map((one) => (
              <List.Item key={`${one.first}-${one.second}`}>
                {t("curve.overlap.one", {
                  first: one.first_title,
                  second: one.second_title,
                  from: one.from_year,
                  to: one.to_year,
                })}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
      {curve.negative_costs && (
        <Alert color="blue" icon={<IconInfoCircle aria-hidden />} title={t("curve.negative.title")}>
          {t("curve.negative.text")}
        </Alert>
      )}
    </>
  );
}

function Steps({ curve }: { curve: Curve }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const labels = {
    cost: t("curve.cost_per_t"),
    co2: t("curve.co2", { year: curve.year }),
    annual: t("curve.annual_cost", { currency: curve.currency }),
  };
  return (
    <Paper className="panel" p={{ base: "md", sm: "lg" }} component="section">
      <Title order={2} size="h4" mb="sm">
        {t("curve.table")}
      </Title>
      <Table className={stacked.table} aria-label={t("curve.table")}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{t("measure.field.title")}</Table.Th>
            <Table.Th scope="col">{labels.cost}</Table.Th>
            <Table.Th scope="col">{labels.co2}</Table.Th>
            <Table.Th scope="col">{labels.annual}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {curve.steps.map((step) => (
            <Table.Tr key={step.measure}>
              <Table.Td>
                <Group gap={8}>
                  <Anchor component={Link} to={`/energy/measures/${step.measure}`} fw={600}>
                    {step.title}
                  </Anchor>
                  {step.fictitious && <FictitiousBadge />}
                </Group>
                <Source text={step.cost_source} />
              </Table.Td>
              <Table.Td className="num" data-label={labels.cost}>
                {formatRate(step.cost_per_t, curve.currency, "tCO2", language)}
              </Table.Td>
              <Table.Td className="num" data-label={labels.co2}>
                {`${formatNumber(step.co2_saved_t, language)} tCO2`}
              </Table.Td>
              <Table.Td className="num" data-label={labels.annual}>
                {money(step.annual_cost, curve.currency, language)}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}

function LeftOut({ curve }: { curve: Curve }) {
  const { t } = useTranslation();
  if (curve.left_out.length === 0) return null;
  return (
    <Paper className="panel" p={{ base: "md", sm: "lg" }} component="section">
      <Title order={2} size="h4" mb="sm">
        {t("curve.left_out.title")}
      </Title>
      <List>
        {curve.left_out.map(({ measure, title, reason }) => (
          <List.Item key={measure}>
            <Anchor underline="always" component={Link} to={`/energy/measures/${measure}`}>
              {title}
            </Anchor>
            {` · ${t(`curve.left_out.${reason}`, { year: curve.year, currency: curve.currency })}`}
          </List.Item>
        ))}
      </List>
    </Paper>
  );
}
