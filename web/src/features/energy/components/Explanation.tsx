// SPDX-License-Identifier: Apache-2.0
// Why no plan exists: the parts that cannot be kept together, as sentences, and how far each must give way.

import { Anchor, Button, Card, Group, Stack, Text } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { planQuery } from "../api/queries";
import type { ConflictPart, Limit, Network } from "../api/types";
import { spanLabel } from "../charts/timeAxis";
import { type Clock, wallTime, wallToInstant } from "../lib/clock";
import { tabOf } from "../lib/draft";
import { relaxedRound, samePlace } from "../lib/explanation";
import { formatNumber, formatQuantity } from "../lib/format";
import { labelByName, labelOf } from "../lib/labels";
import { valueAt } from "../lib/pointer";
import { useLanguage } from "../shell";
import { usePlaceName } from "./FindingsList";
import { limitValue } from "./LimitsResult";

export function Explanation({
  planId,
  model,
  parts,
}: {
  planId: string;
  model: Network;
  parts: ConflictPart[];
}) {
  const { t } = useTranslation();
  const known = parts.filter(
    ({ pointer }) => valueAt(model, pointer.split("/").slice(0, 3).join("/")) !== undefined,
  );
  return (
    <Stack gap="sm" data-testid="explanation" w="100%">
      <Text fw={600}>{t("run.explain.title", { count: known.length })}</Text>
      {known.map((part) => (
        <Part key={part.pointer} planId={planId} model={model} part={part} />
      ))}
      <Text size="sm" c="dimmed">
        {t("run.explain.note")}
      </Text>
    </Stack>
  );
}

function Part({ planId, model, part }: { planId: string; model: Network; part: ConflictPart }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const place = usePlaceName();
  const { data: plan } = useQuery(planQuery(planId));
  const limit = part.kind === "limit" ? (valueAt(model, part.pointer) as Limit) : undefined;
  const unit = part.pointer.includes("/e_nom") ? ("MWh" as const) : ("MW" as const);
  const amount = (value: number) =>
    limit ? limitValue(limit.kind, value, model.currency, language) : formatQuantity(value, unit, language);
  const name = limit
    ? limit.label_ko || limit.label_en
      ? labelOf(limit, language)
      : t(`plan.limit.${limit.kind}.title`)
    : place(model, part.pointer.split("/").slice(0, 3).join("/"));
  const rounded = part.relaxed === undefined ? undefined : relaxedRound(part.bound, part.relaxed);
  // The plan may have been changed since: what is proposed goes where the same part stands now.
  const target = plan && rounded !== undefined ? samePlace(part, model, plan.value.model) : undefined;
  const may = plan?.value.actions.includes("replace_plan");
  return (
    <Card withBorder radius="md" padding="sm" component="article">
      <Group justify="space-between" gap="sm" align="flex-start">
        <Stack gap={4} style={{ flex: "1 1 320px" }}>
          <Text fw={600}>
            <Anchor
              component={Link}
              to={`/energy/plans/${planId}`}
              search={{ tab: tabOf(part.pointer), at: part.pointer } as never}
              underline="always"
            >
              {name}
            </Anchor>
          </Text>
          <Text>{sentence()}</Text>
          {part.kind === "balance" ? <Windows part={part} model={model} /> : null}
        </Stack>
        {target && may && rounded !== undefined ? (
          <Button
            component={Link}
            to={`/energy/plans/${planId}`}
            search={{ tab: tabOf(target), at: target, set: target, to: rounded } as never}
            variant="light"
          >
            {t("run.explain.apply", { value: amount(rounded) })}
          </Button>
        ) : null}
      </Group>
    </Card>
  );

  function sentence(): string {
    if (part.kind === "balance") {
      const params = {
        bus: labelByName(model.buses, model.buses[Number(part.pointer.split("/")[2])]?.name ?? "", language),
        mwh: formatQuantity(part.missed_mwh, "MWh", language),
        mw: formatQuantity(part.missed_mw, "MW", language),
      };
      return t(
        part.surplus
          ? "run.explain.surplus"
          : part.helps
            ? "run.explain.balance"
            : "run.explain.balance_more",
        params,
      );
    }
    const stands = t(
      part.kind === "minimum" ||
        (limit && (limit.kind === "self_sufficiency" || limit.kind === "renewable_share"))
        ? "run.explain.at_least"
        : "run.explain.at_most",
      { bound: amount(part.bound) },
    );
    const gives =
      rounded === undefined ? t("run.explain.alone") : t("run.explain.relax", { value: amount(rounded) });
    return `${stands} ${gives}`;
  }
}

function Windows({ part, model }: { part: ConflictPart; model: Network }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { time } = model;
  const hours = time.hours_per_period ?? 1;
  const zone = time.time_zone ?? "UTC";
  const clock: Clock = {
    start: wallToInstant(time.start ?? "", zone),
    timeZone: zone,
    hoursPerPeriod: hours,
  };
  if (part.windows.length === 0) return null;
  const long = part.windows.reduce((sum, { from, to }) => sum + to - from, 0) > time.periods / 2;
  if (long) return <Text size="sm">{t("run.explain.all_year")}</Text>;
  return (
    <ul style={{ margin: 0, paddingInlineStart: 20 }}>
      {part.windows.map((one) => (
        <li key={one.from}>
          <Text size="sm" span>
            {t(one.needed ? "run.explain.window" : "run.explain.window_too", {
              when: spanLabel(wallTime(clock, one.from), Math.round((one.to - one.from) * hours), language),
              hours: formatNumber((one.to - one.from) * hours, language),
              mw: formatQuantity(one.missed_mw, "MW", language),
              mwh: formatQuantity(one.missed_mwh, "MWh", language),
            })}
          </Text>
        </li>
      ))}
    </ul>
  );
}
