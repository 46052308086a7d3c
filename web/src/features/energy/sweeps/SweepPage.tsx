// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Card, Group, Progress, Stack, Text } from "@mantine/core";
import { IconDownload } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError } from "../../../api/client";
import { toCsv } from "../../../components/chart/csv";
import { ChartSource } from "../../../components/chart/source";
import { PageHeader } from "../../../components/PageHeader";
import { ProblemAlert } from "../../../components/ProblemAlert";
import { planQuery } from "../api/queries";
import { EnsembleStatus } from "../components/EnsembleStatus";
import { ProblemNote } from "../components/problems";
import { CardsSkeleton } from "../components/skeletons";
import { download, fileName } from "../lib/download";
import { formatInstant, formatNumber } from "../lib/format";
import { useLanguage } from "../shell";
import { isMoving, type Sweep, sweepQuery, useSweepJob } from "./api";
import { Pareto } from "./Pareto";
import { PointChoice } from "./PointChoice";
import { Points, usePointTable } from "./Points";
import { Surface } from "./Surface";
import { useSweepName } from "./SweepsSection";
import { Tornado } from "./Tornado";

export function SweepPage() {
  const { sweepId = "" } = useParams({ strict: false }) as { sweepId?: string };
  const { data, error, refetch } = useQuery(sweepQuery(sweepId));
  // What series are called stands in the plan; without it their own names are shown.
  const plan = useQuery({ ...planQuery(data?.plan ?? ""), enabled: data !== undefined });
  if (error instanceof ApiError && error.status === 404) throw error;
  if (error && !data) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  if (!data || plan.isPending) return <CardsSkeleton cards={3} />;
  return <Loaded sweep={data} />;
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
        {sweep.results.length > 0 && (
          <ChartSource.Provider
            value={t("sweep.source", {
              plan: sweep.plan_name,
              name,
              when: formatInstant(sweep.created, language),
            })}
          >
            {sweep.kind === "sweep" ? <Swept sweep={sweep} /> : <Tornado sweep={sweep} />}
          </ChartSource.Provider>
        )}
        {sweep.results.length > 0 && <Points table={table(false)} />}
      </Stack>
    </>
  );
}

/** The charts of a sweep, with one choice among them. */
function Swept({ sweep }: { sweep: Sweep }) {
  const [chosen, setChosen] = useState<number | undefined>();
  const choice = { sweep, chosen, onChoose: setChosen };
  return (
    <>
      <Pareto {...choice} />
      {sweep.specification.parameters.length === 2 && <Surface {...choice} />}
      <PointChoice {...choice} />
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
