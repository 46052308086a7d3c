// SPDX-License-Identifier: Apache-2.0
import { Anchor, Group, Skeleton, Text, Title } from "@mantine/core";
import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { isActive, type Job, jobListQuery } from "../jobs/api";
import { JobRow } from "../jobs/JobRow";
import { useLiveJobs } from "../jobs/useLiveJobs";
import classes from "./Home.module.css";

const kShown = 4;

/** What waits, runs, or stopped and wants a decision. */
function pressing(job: Job): boolean {
  return isActive(job) || job.state === "interrupted";
}

export function JobsSection() {
  const { t } = useTranslation();
  const { data } = useInfiniteQuery(jobListQuery(undefined, 20));
  const jobs = (data?.pages.flatMap((page) => page.items) ?? []).filter(pressing).slice(0, kShown);
  useLiveJobs(jobs);
  return (
    <section aria-labelledby="jobs">
      <Group justify="space-between" align="baseline" mb="sm">
        <Title order={2} id="jobs">
          {t("home.jobs.title")}
        </Title>
        <Anchor component={Link} to="/jobs" size="sm">
          {t("home.jobs.all")}
        </Anchor>
      </Group>
      <div className={`panel ${classes.lines}`}>
        {!data && <Skeleton h={120} m="md" />}
        {data && jobs.length === 0 && (
          <Text c="dimmed" p="lg">
            {t("home.jobs.none")}
          </Text>
        )}
        {jobs.length > 0 && (
          <ul>
            {jobs.map((job) => (
              <li key={job.id} style={{ padding: "14px 20px" }}>
                <JobRow job={job} brief />
              </li>
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
