// SPDX-License-Identifier: Apache-2.0
import { Badge } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { RunStatus } from "../api/types";

const kColours: Record<RunStatus, string> = {
  queued: "gray",
  running: "blue",
  optimal: "green",
  infeasible: "orange",
  unbounded: "orange",
  limit: "yellow",
  cancelled: "gray",
  failed: "red",
  interrupted: "red",
};

export function RunStatusBadge({ status }: { status: RunStatus }) {
  const { t } = useTranslation();
  return (
    <Badge variant="light" color={kColours[status]}>
      {t(`run.status.${status}`)}
    </Badge>
  );
}

export function useRunName(): (run: { number: number; label: string }) => string {
  const { t } = useTranslation();
  return ({ number, label }) => (label ? t("run.name_label", { number, label }) : t("run.name", { number }));
}
