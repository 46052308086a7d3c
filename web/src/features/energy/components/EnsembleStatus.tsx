// SPDX-License-Identifier: Apache-2.0
import { Badge } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { EnsembleSummary } from "../api/types";

const kColours: Record<EnsembleSummary["status"], string> = {
  queued: "gray",
  running: "blue",
  done: "green",
  failed: "red",
  cancelled: "gray",
  interrupted: "red",
};

export function EnsembleStatus({ status }: Pick<EnsembleSummary, "status">) {
  const { t } = useTranslation();
  return (
    <Badge variant="light" color={kColours[status]}>
      {t(`jobs.state.${status}`)}
    </Badge>
  );
}

export function useEnsembleName(): (ensemble: Pick<EnsembleSummary, "number" | "label">) => string {
  const { t } = useTranslation();
  return ({ number, label }) => label || t("plan.ensemble.numbered", { number });
}
