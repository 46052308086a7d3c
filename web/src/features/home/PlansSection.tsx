// SPDX-License-Identifier: Apache-2.0
import { Anchor, Badge, Group, Skeleton, Text, Title } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../../api/client";
import { currentLanguage } from "../../i18n";
import { formatInstant } from "../energy/lib/format";
import { recentPlansQuery } from "./api";
import classes from "./Home.module.css";

function PlanLine({ plan }: { plan: Schemas["PlanSummary"] }) {
  const { t } = useTranslation();
  const { last_run: run } = plan;
  return (
    <li className={classes.line}>
      <div style={{ minWidth: 0 }}>
        <Group gap={8}>
          <Anchor component={Link} to={`/energy/plans/${plan.id}`} fw={700}>
            {plan.name}
          </Anchor>
          {plan.example && (
            <Badge variant="light" color="gam" radius="sm" tt="none">
              {t("app.example")}
            </Badge>
          )}
        </Group>
        <Text size="sm" c="dimmed">
          {run
            ? t("home.plans.last_run", { number: run.number, status: t(`home.run_status.${run.status}`) })
            : t("home.plans.never")}
        </Text>
      </div>
      <Text size="sm" c="dimmed" className="num">
        {formatInstant(plan.updated, currentLanguage())}
      </Text>
    </li>
  );
}

export function PlansSection() {
  const { t } = useTranslation();
  const { data: plans } = useQuery(recentPlansQuery);
  return (
    <section aria-labelledby="plans">
      <Group justify="space-between" align="baseline" mb="sm">
        <Title order={2} id="plans">
          {t("home.plans.title")}
        </Title>
        <Anchor component={Link} to={"/energy/plans" as string} size="sm">
          {t("home.plans.all")}
        </Anchor>
      </Group>
      <div className={`panel ${classes.lines}`}>
        {!plans && <Skeleton h={120} m="md" />}
        {plans?.length === 0 && (
          <Text c="dimmed" p="lg">
            {t("home.plans.none")}
          </Text>
        )}
        {plans && plans.length > 0 && (
          <ul>
            {plans.map((plan) => (
              <PlanLine key={plan.id} plan={plan} />
            ))}
          </ul>
        )}
      </div>
    </section>
  );
}
