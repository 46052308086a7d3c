// SPDX-License-Identifier: Apache-2.0
// A run that ended without an answer: why, and what to do about it.

import { Alert, Button, Group, Stack, Text } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useRetryJob } from "../api/mutations";
import type { Job, Network, Run } from "../api/types";
import { Conflicts } from "./Conflicts";
import { Explanation } from "./Explanation";
import { useErrorText } from "./errors";
import { ProblemNote } from "./problems";

export function RunOutcome({
  run,
  job,
  model,
}: {
  run: Run;
  job: Job | undefined;
  model: Network | undefined;
}) {
  const { t } = useTranslation();
  const say = useErrorText();
  const retry = useRetryJob(run.id);
  const bad = run.status === "failed" || run.status === "interrupted";
  const error = run.error ?? job?.error;
  const again = run.job !== undefined && (job === undefined || job.actions.includes("retry_job"));
  return (
    <Alert color={bad ? "red" : "orange"} title={t(`run.outcome.${run.status}.title`)} radius="lg">
      <Stack gap="sm" align="flex-start">
        <Text>{t(`run.outcome.${run.status}.text`)}</Text>
        {error ? <Text fw={600}>{say(error)}</Text> : null}
        {run.status === "infeasible" && model ? (
          run.result?.explanation?.length ? (
            <Explanation planId={run.plan} model={model} parts={run.result.explanation} />
          ) : (
            <Conflicts planId={run.plan} model={model} conflicts={run.result?.conflicts ?? []} />
          )
        ) : null}
        <Group>
          {bad || run.status === "cancelled" || run.status === "limit" ? (
            again ? (
              <Button loading={retry.isPending} onClick={() => run.job && retry.mutate(run.job)}>
                {t("run.action.again")}
              </Button>
            ) : null
          ) : null}
          <Button variant="default" component={Link} to={`/energy/plans/${run.plan}`}>
            {t("run.action.to_plan")}
          </Button>
        </Group>
        {retry.error ? <ProblemNote error={retry.error} /> : null}
      </Stack>
    </Alert>
  );
}
