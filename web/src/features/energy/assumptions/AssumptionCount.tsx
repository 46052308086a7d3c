// SPDX-License-Identifier: Apache-2.0
import { Alert, Anchor } from "@mantine/core";
import { IconBook } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { formatNumber } from "../lib/format";
import { useLanguage } from "../shell";
import { assumptionsQuery } from "./api";

/** "41 of 70 assumptions have no source", with the way to them. */
export function AssumptionCount(props: { planId: string; assumptions: number; without: number }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { planId, assumptions, without } = props;
  const search = without > 0 ? "?show=without" : "";
  return (
    <Alert
      variant="light"
      color={without > 0 ? "orange" : "teal"}
      icon={<IconBook size={20} aria-hidden />}
      p="xs"
      px="md"
    >
      <Anchor component={Link} to={`/energy/plans/${planId}/assumptions${search}` as string} c="inherit">
        {without > 0
          ? t("assumption.count", {
              without: formatNumber(without, language, 6),
              all: formatNumber(assumptions, language, 6),
            })
          : t("assumption.count_none", { all: formatNumber(assumptions, language, 6) })}
      </Anchor>
    </Alert>
  );
}

/** Of the plan as it is saved. */
export function PlanAssumptionCount({ planId }: { planId: string }) {
  const { data } = useQuery(assumptionsQuery(planId));
  return data ? (
    <AssumptionCount planId={planId} assumptions={data.assumptions} without={data.without_source} />
  ) : null;
}
