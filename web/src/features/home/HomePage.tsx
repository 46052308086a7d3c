// SPDX-License-Identifier: Apache-2.0
import { Skeleton, Stack } from "@mantine/core";
import { IconUserQuestion } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { useMay } from "../../app/session";
import { EmptyState } from "../../components/EmptyState";
import { ProblemAlert } from "../../components/ProblemAlert";
import { usePageTitle } from "../../hooks/usePageTitle";
import { ChangesSection } from "../together/ChangesSection";
import { WaitingSection } from "../together/WaitingSection";
import { newestRunQuery, recentPlansQuery } from "./api";
import { DesksSection } from "./DesksSection";
import { NextStepHero, ResultHero } from "./Hero";
import classes from "./Home.module.css";
import { JobsSection } from "./JobsSection";
import { PlansSection } from "./PlansSection";

/** The state of the house at a glance: the newest result, the four desks, what is being worked on. */
export function HomePage() {
  const { t } = useTranslation();
  const may = useMay();
  usePageTitle(t("home.title"));
  return (
    <Stack gap={44}>
      {may("list_waiting") && <WaitingSection />}
      {may("list_plans") ? (
        <EnergyNow />
      ) : (
        <EmptyState
          icon={<IconUserQuestion size={32} />}
          title={t("home.no_role.title")}
          text={t("home.no_role.text")}
        />
      )}
      <DesksSection />
      {may("list_recent_changes") && <ChangesSection />}
      {may("list_plans") && (
        <div className={classes.work}>
          <PlansSection />
          <JobsSection />
        </div>
      )}
    </Stack>
  );
}

function EnergyNow() {
  const plans = useQuery(recentPlansQuery);
  const newest = useQuery({ ...newestRunQuery(plans.data ?? []), enabled: plans.isSuccess });
  const error = plans.error ?? newest.error;
  if (error) {
    return <ProblemAlert error={error} onRetry={() => void (plans.error ? plans : newest).refetch()} />;
  }
  if (!plans.data || newest.data === undefined) return <Skeleton h={460} radius={24} />;
  if (newest.data) return <ResultHero {...newest.data} />;
  return <NextStepHero plan={plans.data[0]} />;
}
