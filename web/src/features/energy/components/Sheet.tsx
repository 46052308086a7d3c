// SPDX-License-Identifier: Apache-2.0
import { useTranslation } from "react-i18next";
import type { LimitResult, TechnologyResult } from "../api/types";
import { yearlyCost } from "../lib/compare";
import { payments, paymentYears } from "../lib/economics";
import {
  formatInstant,
  formatMoney,
  formatNumber,
  formatPercent,
  formatQuantity,
  formatRate,
  formatSigned,
  formatTiny,
} from "../lib/format";
import { labelOf } from "../lib/labels";
import { useLanguage } from "../shell";
import { isBinding, limitValue, shadowWords } from "./LimitsResult";
import { useColours, useRunResults, useTechnologyName } from "./results";
import classes from "./Sheet.module.css";

const kMostRows = 8;

export function Sheet({ exchange }: { exchange: string | undefined }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { run, result, model, currency } = useRunResults();
  const money = (value: number | undefined) => formatMoney(value, currency, language);
  const facts: [string, string][] = [
    [t("run.figure.total_cost"), `${money(result.total_cost)}/${t("plan.unit.year")}`],
    [t("run.figure.investment"), money(result.investment)],
    [t("run.figure.co2_t"), `${formatQuantity(result.co2_t, "t", language)}/${t("plan.unit.year")}`],
    [
      t("run.sheet.per_mwh"),
      formatRate(
        result.demand_mwh ? (result.total_cost ?? 0) / result.demand_mwh : undefined,
        currency,
        "MWh",
        language,
      ),
    ],
    [t("run.figure.self_sufficiency"), formatPercent(result.self_sufficiency, language)],
    [t("run.figure.renewable_share"), formatPercent(result.renewable_share, language)],
    [t("run.figure.demand_mwh"), formatQuantity(result.demand_mwh, "MWh", language)],
    result.reserve
      ? [
          t("run.adequacy.margin"),
          formatSigned(result.reserve.margin, (size) => formatPercent(size, language)),
        ]
      : [t("run.figure.shed_mwh"), formatQuantity(result.shed_mwh, "MWh", language)],
  ];
  return (
    <article className={classes.sheet} aria-labelledby="sheet-title" data-testid="sheet">
      <h2 id="sheet-title">{run.plan_name}</h2>
      <p className={classes.under}>
        {t("run.sheet.under", {
          number: run.number,
          label: run.label ? ` · ${run.label}` : "",
          when: formatInstant(run.updated, language),
          year: model.price_year,
          currency: model.currency,
        })}
        {exchange ? ` · ${exchange}` : null}
      </p>
      <p className={classes.lead}>
        {t("run.sheet.lead", {
          cost: money(result.total_cost),
          investment: money(result.investment),
          co2: formatQuantity(result.co2_t, "t", language),
        })}
      </p>
      <dl className={classes.figures}>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <Mix />
      <div className={classes.columns}>
        <Built />
        <div>
          <Limits />
          <Money />
        </div>
      </div>
      <Ground />
    </article>
  );
}

/// What serves electricity over the year.
function Mix() {
  const { t } = useTranslation();
  const language = useLanguage();
  const name = useTechnologyName();
  const { result, model } = useRunResults();
  const colours = useColours(model);
  const power = new Set(
    model.buses.filter(({ carrier }) => ["electricity", "AC", "DC"].includes(carrier)).map((bus) => bus.name),
  );
  const shown = result.technologies
    .filter(({ kind, bus, output_mwh }) => kind === "generator" && power.has(bus) && output_mwh > 1)
    .sort((a, b) => b.output_mwh - a.output_mwh);
  const total = shown.reduce((sum, { output_mwh }) => sum + output_mwh, 0);
  if (total === 0) return null;
  const share = (one: TechnologyResult) => one.output_mwh / total;
  return (
    <section aria-labelledby="sheet-mix">
      <h3 id="sheet-mix">{t("run.sheet.mix", { total: formatQuantity(total, "MWh", language) })}</h3>
      <div className={classes.mix} aria-hidden>
        {shown.map((one) => (
          <span
            key={one.name}
            style={{ width: `${100 * share(one)}%`, background: colours.get(one.name) ?? "#888" }}
          />
        ))}
      </div>
      <ul className={classes.key}>
        {shown.map((one) => (
          <li key={one.name}>
            <i style={{ background: colours.get(one.name) ?? "#888" }} aria-hidden />
            {name(one)} {formatPercent(share(one), language)}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Built() {
  const { t } = useTranslation();
  const language = useLanguage();
  const name = useTechnologyName();
  const { result, currency } = useRunResults();
  const shown = result.technologies
    .filter(({ kind, capacity_mw }) => kind !== "shedding" && kind !== "line" && capacity_mw > 0.05)
    .sort((a, b) => yearlyCost(b) - yearlyCost(a));
  return (
    <section aria-labelledby="sheet-built">
      <h3 id="sheet-built">{t("run.sheet.built")}</h3>
      <table className={classes.table}>
        <thead>
          <tr>
            <th scope="col">{t("run.column.technology")}</th>
            <th scope="col">{t("run.column.capacity_mw")}</th>
            <th scope="col">{t("run.sheet.added")}</th>
            <th scope="col">{t("run.sheet.cost")}</th>
          </tr>
        </thead>
        <tbody>
          {shown.slice(0, kMostRows).map((one) => (
            <tr key={`${one.kind}/${one.name}`}>
              <th scope="row">{name(one)}</th>
              <td>{formatQuantity(one.capacity_mw, "MW", language)}</td>
              <td>{formatQuantity(Math.max(0, one.capacity_mw - one.existing_mw), "MW", language)}</td>
              <td>{formatMoney(yearlyCost(one), currency, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length > kMostRows ? <p>{t("run.sheet.more", { count: shown.length - kMostRows })}</p> : null}
    </section>
  );
}

function Limits() {
  const { t } = useTranslation();
  const language = useLanguage();
  const results = useRunResults();
  const { result } = results;
  const say = (limit: LimitResult) => {
    const name =
      limit.label_ko || limit.label_en ? labelOf(limit, language) : t(`plan.limit.${limit.kind}.title`);
    const value = limitValue(limit.kind, limit.bound, results.currency, language);
    return `${name} ${value}: ${isBinding(limit) ? shadowWords(limit, results, language, t) : t("run.limits.free")}`;
  };
  return (
    <section aria-labelledby="sheet-limits">
      <h3 id="sheet-limits">{t("run.limits.title")}</h3>
      {result.limits.length === 0 ? (
        <p>{t("run.limits.none")}</p>
      ) : (
        <ul className={classes.list}>
          {result.limits.map((limit) => (
            <li key={limit.name}>{say(limit)}</li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Money() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { result, model, currency } = useRunResults();
  const list = payments(result, model);
  const years = paymentYears(list);
  const money = (value: number) => formatMoney(value, currency, language);
  const first = years[0];
  return (
    <section aria-labelledby="sheet-money">
      <h3 id="sheet-money">{t("run.payments.heading")}</h3>
      {first ? (
        <p style={{ margin: 0 }}>
          {t("run.payments.words", {
            invested: money(list.reduce((sum, { investment }) => sum + investment, 0)),
            yearly: money(first.annuity + first.fixed_om),
            years: formatNumber(years.length, language),
          })}
        </p>
      ) : (
        <p style={{ margin: 0 }}>{t("run.payments.none")}</p>
      )}
    </section>
  );
}

/// What the page rests on, and how sure it is.
function Ground() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { run, result, model, currency } = useRunResults();
  const synthetic = (model.series ?? []).filter(({ origin }) => origin === "synthetic").length;
  const { reserve } = result;
  const signed = (share: number) => formatSigned(share, (size) => formatPercent(size, language));
  const bad = (result.weather_years ?? []).filter(({ shed_mwh }) => shed_mwh > 1);
  return (
    <section aria-labelledby="sheet-ground">
      <h3 id="sheet-ground">{t("run.sheet.ground")}</h3>
      <ul className={classes.list}>
        {run.assumptions === undefined ? null : (
          <li>{t("run.sheet.unsourced", { without: run.without_source, all: run.assumptions })}</li>
        )}
        {synthetic > 0 ? <li>{t("run.sheet.synthetic", { count: synthetic })}</li> : null}
        {(result.shed_mwh ?? 0) > 1 ? (
          <li>{t("run.sheet.shed", { shed: formatQuantity(result.shed_mwh, "MWh", language) })}</li>
        ) : null}
        {reserve ? (
          <li>
            {t("run.sheet.reserve", {
              firm: formatQuantity(reserve.firm_mw, "MW", language),
              peak: formatQuantity(reserve.peak_mw, "MW", language),
              margin: signed(reserve.margin),
              own: signed(reserve.own_firm_mw / reserve.peak_mw - 1),
            })}
          </li>
        ) : null}
        {result.weather_years?.length ? (
          <li>{t("run.sheet.weather", { bad: bad.length, all: result.weather_years.length })}</li>
        ) : null}
        {result.certificate ? (
          <li>
            {t("run.sheet.certificate", {
              gap: formatTiny(result.certificate.gap, language),
              saving: formatMoney(
                Math.abs(result.certificate.gap * result.certificate.objective),
                currency,
                language,
              ),
            })}
          </li>
        ) : null}
      </ul>
      <p className={classes.foot}>
        {t("run.sheet.foot", {
          id: run.id,
          owner: run.owner_name,
          when: formatInstant(run.updated, language),
        })}
      </p>
    </section>
  );
}
