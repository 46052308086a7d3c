// SPDX-License-Identifier: Apache-2.0
// A run's amounts in the plan's money, or in another one by the rate that the plan names with its day and source.

import { Anchor, SegmentedControl } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { planQuery } from "../api/queries";
import type { Network, Run } from "../api/types";
import { type Currency, formatNumber } from "../lib/format";
import { text, useLanguage, useUrlState } from "../shell";

type Exchange = NonNullable<Network["exchange"]>;

/** The plan's rate as it is now, since it is told with its day; else the one that the run was made with. */
function useExchange(run: Run, model: Network): Exchange | undefined {
  const { data } = useQuery(planQuery(run.plan));
  const now = data?.value.model;
  return now?.currency === model.currency && now.exchange ? now.exchange : model.exchange;
}

export interface ShownMoney {
  currency: Currency;
  /** The rate in words, where amounts are told by it. */
  note: string | undefined;
}

export function useShownMoney(run: Run, model: Network): ShownMoney {
  const { t } = useTranslation();
  const language = useLanguage();
  const [search] = useUrlState();
  const exchange = useExchange(run, model);
  const chosen = exchange && text(search.money) === exchange.currency ? exchange : undefined;
  const currency = useMemo(
    () => (chosen ? { code: chosen.currency, rate: chosen.rate } : model.currency),
    [chosen, model.currency],
  );
  if (!chosen) return { currency, note: undefined };
  return {
    currency,
    note: t("run.money.note", {
      from: model.currency,
      to: chosen.currency,
      rate: formatNumber(chosen.rate, language, 7),
      date: chosen.date,
      source: chosen.source || t("run.money.no_source"),
    }),
  };
}

export function MoneyChoice({ run, model }: { run: Run; model: Network }) {
  const { t } = useTranslation();
  const [search, update] = useUrlState();
  const exchange = useExchange(run, model);
  const { data: plan } = useQuery(planQuery(run.plan));
  if (!exchange)
    return plan?.value.actions.includes("replace_plan") ? (
      <Anchor
        component={Link}
        to={`/energy/plans/${run.plan}`}
        search={{ tab: "assumptions", at: "/exchange" } as never}
        size="sm"
      >
        {t("run.money.enter")}
      </Anchor>
    ) : null;
  return (
    <SegmentedControl
      aria-label={t("run.money.label")}
      data={[model.currency, exchange.currency]}
      value={text(search.money) === exchange.currency ? exchange.currency : model.currency}
      onChange={(next) => update({ money: next === model.currency ? undefined : next })}
    />
  );
}
