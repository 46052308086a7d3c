// SPDX-License-Identifier: Apache-2.0
// One page for the director: the answer, what is built, what the limits cost, what it rests on. Made to be printed.

import { Alert, Button, Group } from "@mantine/core";
import { IconPrinter } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { PageHeader } from "../../../components/PageHeader";
import { ProblemAlert } from "../../../components/ProblemAlert";
import { runModelQuery, runQuery } from "../api/queries";
import type { Network, Run } from "../api/types";
import { MoneyChoice, useShownMoney } from "../components/MoneyChoice";
import { useRunName } from "../components/RunStatusBadge";
import { ResultsContext } from "../components/results";
import { Sheet } from "../components/Sheet";
import { CardsSkeleton } from "../components/skeletons";

export function SummaryPage() {
  const { t } = useTranslation();
  const name = useRunName();
  const { runId = "" } = useParams({ strict: false }) as { runId?: string };
  const { data, error, refetch } = useQuery(runQuery(runId));
  const { data: model } = useQuery(runModelQuery(runId));
  if (error && !data) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  if (!data || !model) return <CardsSkeleton cards={4} height={110} />;
  const run = data.value;
  return (
    <>
      <div className="no-print">
        <PageHeader
          title={t("run.sheet.page")}
          crumbs={[
            { label: t("plan.list.title"), to: "/energy/plans" },
            { label: run.plan_name ?? t("run.plan"), to: `/energy/plans/${run.plan}` },
            { label: name(run), to: `/energy/runs/${run.id}` },
            { label: t("run.sheet.page") },
          ]}
          description={t("run.sheet.help")}
          actions={
            run.result && run.status === "optimal" ? (
              <>
                <MoneyChoice run={run} model={model} />
                <Button leftSection={<IconPrinter size={18} aria-hidden />} onClick={() => window.print()}>
                  {t("run.sheet.print")}
                </Button>
              </>
            ) : null
          }
        />
      </div>
      <Body run={run} model={model} />
    </>
  );
}

function Body({ run, model }: { run: Run; model: Network }) {
  const { t } = useTranslation();
  const { currency, note } = useShownMoney(run, model);
  if (run.status !== "optimal" || !run.result)
    return (
      <Group>
        <Alert color="orange">{t("run.sheet.no_result")}</Alert>
      </Group>
    );
  return (
    <ResultsContext.Provider
      value={{ files: `${run.plan_name ?? ""} ${run.number}`, run, result: run.result, model, currency }}
    >
      <Sheet exchange={note} />
    </ResultsContext.Provider>
  );
}
