// SPDX-License-Identifier: Apache-2.0
// What differs between two models, in words a planner uses.

import { Badge, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Network } from "../api/types";
import { type Difference, differences } from "../lib/diff";
import { formatNumber } from "../lib/format";
import { type Labelled, labelByName } from "../lib/labels";
import { useLanguage } from "../shell";
import { DataTable } from "./DataTable";

interface Props {
  before: Network;
  after: Network;
  beforeName: string;
  afterName: string;
  same: string;
}

export function DifferencesTable({ before, after, beforeName, afterName, same }: Props) {
  const { t } = useTranslation();
  const language = useLanguage();
  const found = differences(before, after);
  if (found.length === 0) return <Text c="dimmed">{same}</Text>;
  const partName = ({ list, name }: Difference) => {
    if (name === undefined || list === "model") return t("plan.part.model");
    return labelByName(
      [...((after[list] ?? []) as Labelled[]), ...((before[list] ?? []) as Labelled[])],
      name,
      language,
    );
  };
  const value = (side: unknown, share: boolean): string => {
    if (side === undefined || side === null) return "–";
    if (typeof side === "number" && share) return `${formatNumber(side * 100, language, 6)}%`;
    if (typeof side === "number") return formatNumber(side, language, 6);
    if (typeof side === "boolean") return t(side ? "plan.field.yes" : "plan.field.no");
    return typeof side === "string" ? side : JSON.stringify(side);
  };
  return (
    <DataTable
      caption={t("run.diff.caption")}
      rows={found}
      rowKey={({ list, name, field, kind }) => `${list}/${name}/${field}/${kind}`}
      columns={[
        { key: "part", title: t("run.diff.part"), cell: partName, order: partName },
        {
          key: "list",
          title: t("run.column.kind"),
          cell: ({ list }) => t(`plan.part.${list}`),
          order: ({ list }) => list,
        },
        {
          key: "field",
          title: t("run.diff.field"),
          cell: ({ kind, field }) =>
            kind === "changed" ? (
              <FieldName field={field ?? ""} />
            ) : (
              <Badge variant="light" color={kind === "added" ? "green" : "gray"}>
                {t(`run.diff.${kind}`)}
              </Badge>
            ),
          order: ({ field, kind }) => field ?? kind,
        },
        {
          key: "before",
          title: beforeName,
          numeric: true,
          cell: (row) => value(row.before, isShare(row, after)),
        },
        {
          key: "after",
          title: afterName,
          numeric: true,
          cell: (row) => value(row.after, isShare(row, after)),
        },
      ]}
    />
  );
}

const kShares = new Set([
  "discount_rate",
  "efficiency",
  "efficiency_dispatch",
  "efficiency_store",
  "fixed_om_share",
  "growth",
  "p_max_pu",
  "p_min_pu",
  "standing_loss",
]);
const kShareLimits = new Set(["co2_cap_share", "renewable_share", "self_sufficiency"]);

/// Whether a number is shown as a percentage, as its field is.
function isShare({ list, name, field }: Difference, model: Network): boolean {
  const leaf = field?.split("/").at(-1) ?? "";
  if (list === "limits" && leaf === "value")
    return kShareLimits.has(model.limits?.find((limit) => limit.name === name)?.kind ?? "");
  return kShares.has(leaf);
}

function FieldName({ field }: { field: string }) {
  const { t } = useTranslation();
  const steps = field.split("/").filter((step) => !/^\d+$/.test(step));
  return <>{steps.map((step) => t(`plan.field_name.${step}`, { defaultValue: step })).join(" · ")}</>;
}
