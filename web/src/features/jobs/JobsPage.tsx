// SPDX-License-Identifier: Apache-2.0
import { Button, Paper, Select, Skeleton, Stack } from "@mantine/core";
import { IconListCheck } from "@tabler/icons-react";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../components/EmptyState";
import { PageHeader } from "../../components/PageHeader";
import { ProblemAlert } from "../../components/ProblemAlert";
import { isJobState, jobListQuery, kJobStates } from "./api";
import { JobRow } from "./JobRow";
import { useLiveJobs } from "./useLiveJobs";

export function JobsPage() {
  const { t } = useTranslation();
  const { state } = useSearch({ from: "/app/jobs" });
  const navigate = useNavigate();
  const list = useInfiniteQuery(jobListQuery(state));
  const jobs = list.data?.pages.flatMap((page) => page.items) ?? [];
  useLiveJobs(jobs);
  return (
    <>
      <PageHeader
        title={t("jobs.title")}
        description={t("jobs.description")}
        crumbs={[{ label: t("app.pages.home"), to: "/" }, { label: t("jobs.title") }]}
        actions={
          <Select
            aria-label={t("jobs.filter")}
            data={[
              { value: "all", label: t("common.all") },
              ...kJobStates.map((one) => ({ value: one, label: t(`jobs.state.${one}`) })),
            ]}
            value={state ?? "all"}
            onChange={(next) =>
              void navigate({ to: "/jobs", search: isJobState(next) ? { state: next } : {}, replace: true })
            }
            allowDeselect={false}
            w={160}
          />
        }
      />
      <ProblemAlert error={list.error} onRetry={() => void list.refetch()} />
      {list.isPending && <Skeleton h={220} radius="lg" />}
      {list.data && jobs.length === 0 && (
        <EmptyState
          icon={<IconListCheck size={32} />}
          title={t("jobs.none.title")}
          text={t(state ? "jobs.none.filtered" : "jobs.none.text")}
          action={
            state ? undefined : (
              <Button component={Link} to={"/energy/plans" as string}>
                {t("jobs.none.action")}
              </Button>
            )
          }
        />
      )}
      <Stack gap="sm">
        {jobs.map((job) => (
          <Paper key={job.id} className="panel" p={{ base: "md", sm: "lg" }}>
            <JobRow job={job} />
          </Paper>
        ))}
      </Stack>
      {list.hasNextPage && (
        <Button
          variant="default"
          mt="md"
          onClick={() => void list.fetchNextPage()}
          loading={list.isFetchingNextPage}
        >
          {t("common.more")}
        </Button>
      )}
    </>
  );
}
