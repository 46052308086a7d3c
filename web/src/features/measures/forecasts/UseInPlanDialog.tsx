// SPDX-License-Identifier: Apache-2.0
import { Select, TextInput } from "@mantine/core";
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useContentKey } from "../../../api/useContentKey";
import { useLanguage } from "../../../components/chart/surroundings";
import { FormDialog } from "../../../components/FormDialog";
import { notice } from "../../../components/notices";
import { formatNumber } from "../../energy/lib/format";
import {
  type Forecast,
  type ForecastResult,
  planChoicesQuery,
  planLoadsQuery,
  useForecastInPlan,
} from "./api";

/** A copy of an hourly plan with the forecast's demand of a year. */
export function UseInPlanDialog(props: { forecast: Forecast; result: ForecastResult; onClose: () => void }) {
  const { forecast, result, onClose } = props;
  const { t } = useTranslation();
  const language = useLanguage();
  const navigate = useNavigate();
  const keyOf = useContentKey();
  const use = useForecastInPlan(forecast.id);
  const ways = result.sectors.flatMap((sector) =>
    sector.methods.filter(({ years }) => years.length > 0).map((method) => ({ sector, method })),
  );
  const [way, setWay] = useState("0");
  const [year, setYear] = useState("2030");
  const [plan, setPlan] = useState<string | null>(null);
  const [load, setLoad] = useState<string | null>(null);
  const plans = useQuery(planChoicesQuery);
  const loads = useQuery(planLoadsQuery(plan ?? undefined));
  const chosen = ways[Number(way)];
  const estimate = chosen?.method.years.find((one) => one.year === Number(year));
  const submit = (event: React.FormEvent) => {
    event.preventDefault();
    if (!chosen) return;
    const body = {
      plan: plan ?? "",
      load: load ?? "",
      sector: chosen.sector.sector,
      method: chosen.method.method,
      year: Number(year),
    };
    use.mutate(
      { key: keyOf(body), body },
      {
        onSuccess: (made) => {
          notice("teal", t("forecast.in_plan.made", { name: made.name }));
          void navigate({ to: "/energy/plans/$planId", params: { planId: made.plan } });
        },
      },
    );
  };
  return (
    <FormDialog
      title={t("forecast.in_plan.title")}
      action={t("forecast.in_plan.action")}
      error={use.error}
      pending={use.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <Select
        label={t("forecast.in_plan.way")}
        allowDeselect={false}
        value={way}
        onChange={(next) => setWay(next ?? "0")}
        data={ways.map(({ sector, method }, at) => ({
          value: String(at),
          label: `${(language === "ko" ? sector.name_ko : sector.name_en) || sector.sector || t("forecast.whole")} · ${t(`forecast.method.${method.method}`)}`,
        }))}
      />
      <TextInput
        type="number"
        label={t("measure.field.year")}
        value={year}
        onChange={(event) => setYear(event.currentTarget.value)}
        description={
          estimate
            ? `${formatNumber(estimate.value, language)} ${chosen?.sector.unit ?? ""}`
            : t("forecast.in_plan.no_year")
        }
      />
      <Select
        label={t("forecast.in_plan.plan")}
        searchable
        value={plan}
        onChange={(next) => {
          setPlan(next);
          setLoad(null);
        }}
        data={(plans.data ?? []).map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Select
        label={t("forecast.in_plan.load")}
        disabled={!plan}
        value={load}
        onChange={setLoad}
        data={(loads.data ?? []).map((one) => ({
          value: one.name,
          label: (language === "ko" ? one.label_ko : one.label_en) || one.name,
        }))}
      />
    </FormDialog>
  );
}
