// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Card, Group, Progress, Stack, Table, Text, Title } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { toCsv } from "../../../components/chart/csv";
import { ChartSource } from "../../../components/chart/source";
import { PageHeader } from "../../../components/PageHeader";
import { ProblemAlert } from "../../../components/ProblemAlert";
import { ensembleQuery, isMoving, useEnsembleJob } from "../api/ensembles";
import { planQuery } from "../api/queries";
import type { Ensemble } from "../api/types";
import { EnsembleResults } from "../components/EnsembleResults";
import { EnsembleStatus, useEnsembleName } from "../components/EnsembleStatus";
import { ProblemNote } from "../components/problems";
import { CardsSkeleton } from "../components/skeletons";
import { download, fileName } from "../lib/download";
import { formatInstant, formatNumber } from "../lib/format";
import { type Labelled, labelByName, labelOf } from "../lib/labels";
import { useLanguage } from "../shell";

export function EnsemblePage() {
  const { ensembleId = "" } = useParams({ strict: false }) as { ensembleId?: string };
  const { data, error, refetch } = useQuery(ensembleQuery(ensembleId));
  const plan = useQuery({ ...planQuery(data?.value.plan ?? ""), enabled: data !== undefined });
  if (error && !data) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  if (!data || plan.isPending) return <CardsSkeleton cards={4} />;
  return <Loaded ensemble={data.value} loads={plan.data?.value.model.loads ?? []} />;
}

/** Samples name their technologies; what loads are called stands in the plan. */
interface Shown {
  ensemble: Ensemble;
  loads: Labelled[];
}

function Loaded({ ensemble, loads }: Shown) {
  const { t } = useTranslation();
  const language = useLanguage();
  const name = useEnsembleName()(ensemble);
  return (
    <>
      <PageHeader
        title={name}
        crumbs={[
          { label: t("plan.list.title"), to: "/energy/plans" },
          { label: ensemble.plan_name, to: `/energy/plans/${ensemble.plan}` },
          { label: name },
        ]}
        description={t("run.made", {
          owner: ensemble.owner_name,
          when: formatInstant(ensemble.created, language),
        })}
        badges={<EnsembleStatus status={ensemble.status} />}
        actions={
          ensemble.results.length > 0 ? (
            <Button
              variant="default"
              leftSection={<IconDownload size={18} aria-hidden />}
              onClick={() =>
                download(
                  `${fileName(`${ensemble.plan_name} ${name}`)}.csv`,
                  "text/csv",
                  samplesCsv({ ensemble, loads }, t, language),
                )
              }
            >
              {t("run.ensemble.download")}
            </Button>
          ) : null
        }
      />
      <Stack gap="lg">
        <Standing ensemble={ensemble} />
        <ChartSource.Provider
          value={t("sweep.source", {
            plan: ensemble.plan_name,
            name,
            when: formatInstant(ensemble.created, language),
          })}
        >
          <EnsembleResults ensemble={ensemble} />
        </ChartSource.Provider>
        <Specification ensemble={ensemble} loads={loads} />
      </Stack>
    </>
  );
}

function Standing({ ensemble }: { ensemble: Ensemble }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const cancel = useEnsembleJob(ensemble, "cancel");
  const resume = useEnsembleJob(ensemble, "retry");
  if (ensemble.status === "done") return null;
  const done = formatNumber(ensemble.done, language, 6);
  const samples = formatNumber(ensemble.samples, language, 6);
  const moving = isMoving(ensemble);
  return (
    <Card withBorder radius="lg" component="section" aria-label={t("run.ensemble.standing")}>
      <Stack gap="sm">
        <Group justify="space-between">
          <Text fw={600}>
            {t(moving ? "run.ensemble.moving" : "run.ensemble.stopped", { done, samples })}
          </Text>
          {moving && ensemble.actions.includes("cancel_job") ? (
            <Button variant="default" loading={cancel.isPending} onClick={() => cancel.mutate()}>
              {t("jobs.cancel")}
            </Button>
          ) : null}
          {!moving && ensemble.actions.includes("retry_job") ? (
            <Button loading={resume.isPending} onClick={() => resume.mutate()}>
              {t("run.ensemble.resume")}
            </Button>
          ) : null}
        </Group>
        <Progress
          value={(100 * ensemble.done) / Math.max(1, ensemble.samples)}
          animated={moving}
          aria-label={t("run.ensemble.standing")}
        />
        {ensemble.status === "failed" ? <Alert color="red">{t("run.ensemble.failed")}</Alert> : null}
        {cancel.error ? <ProblemNote error={cancel.error} /> : null}
        {resume.error ? <ProblemNote error={resume.error} /> : null}
      </Stack>
    </Card>
  );
}

function Specification({ ensemble, loads }: Shown) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { specification } = ensemble;
  return (
    <section aria-labelledby="ensemble-spec">
      <Title order={2} size="h4" id="ensemble-spec" mb="xs">
        {t("run.ensemble.specification")}
      </Title>
      <Text c="dimmed" size="sm" mb="xs">
        {t("run.ensemble.drawn", {
          sampling: t(`run.ensemble.${specification.sampling ?? "latin_hypercube"}`),
          seed: specification.seed ?? 1,
        })}
      </Text>
      <Table.ScrollContainer minWidth={420} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t("plan.ensemble.what")}</Table.Th>
              <Table.Th ta="right">{t("plan.ensemble.low")}</Table.Th>
              <Table.Th ta="right">{t("plan.ensemble.high")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {(specification.weather_years ?? []).length > 0 ? (
              <Table.Tr>
                <Table.Td>{t("plan.ensemble.weather_years")}</Table.Td>
                <Table.Td ta="right" colSpan={2}>
                  {specification.weather_years?.map((year) => year || t("plan.ensemble.own_year")).join(", ")}
                </Table.Td>
              </Table.Tr>
            ) : null}
            {specification.parameters.map(({ kind, target, low, high }) => (
              <Table.Tr key={`${kind} ${target}`}>
                <Table.Td>{parameterName({ ensemble, loads }, kind, target ?? "", t, language)}</Table.Td>
                <Table.Td ta="right">{formatNumber(low, language)}</Table.Td>
                <Table.Td ta="right">{formatNumber(high, language)}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </section>
  );
}

export function parameterName(
  { ensemble, loads }: Shown,
  kind: string,
  target: string,
  t: TFunction,
  language: "ko" | "en",
): string {
  if (kind === "demand_factor" && !target) return t("plan.ensemble.kind.demand_all");
  const parts = kind === "demand_factor" ? loads : ensemble.technologies;
  return t(`plan.ensemble.kind.${kind}`, { name: labelByName(parts, target, language) });
}

export function samplesCsv({ ensemble, loads }: Shown, t: TFunction, language: "ko" | "en"): string {
  const technologies = ensemble.technologies.map((technology) => labelOf(technology, language));
  const stores = ensemble.technologies.map(({ kind }) => kind === "store");
  const weather = (ensemble.specification.weather_years ?? []).length > 0;
  return toCsv({
    columns: [
      "sample",
      "status",
      ...ensemble.specification.parameters.map(({ kind, target }) =>
        parameterName({ ensemble, loads }, kind, target ?? "", t, language),
      ),
      ...(weather ? ["weather_year"] : []),
      `total_cost (${ensemble.currency})`,
      "co2_t",
      "shed_mwh",
      "self_sufficiency",
      "renewable_share",
      `regret (${ensemble.currency})`,
      ...technologies.flatMap((name, index) =>
        stores[index] ? [`${name} (MW)`, `${name} (MWh)`] : [`${name} (MW)`],
      ),
    ],
    rows: ensemble.results.map((sample) => [
      sample.number,
      sample.status,
      ...sample.drawn,
      ...(weather ? [sample.weather_year || t("plan.ensemble.own_year")] : []),
      sample.total_cost ?? "",
      sample.co2_t ?? "",
      sample.shed_mwh ?? "",
      sample.self_sufficiency ?? "",
      sample.renewable_share ?? "",
      sample.regret ?? "",
      ...technologies.flatMap((_, index) => {
        const capacity = sample.capacities[index];
        return stores[index] ? [capacity?.mw ?? "", capacity?.mwh ?? ""] : [capacity?.mw ?? ""];
      }),
    ]),
  });
}
