// SPDX-License-Identifier: Apache-2.0
import { Button, Title } from "@mantine/core";
import { IconArrowRight } from "@tabler/icons-react";
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../../api/client";
import { useSession } from "../../app/session";
import { currentLanguage } from "../../i18n";
import { formatMoney, formatPercent, formatQuantity } from "../energy/lib/format";
import classes from "./Hero.module.css";
import { YearWeave } from "./YearWeave";

interface FrameProps {
  title: string;
  subtitle?: ReactNode;
  actions: ReactNode;
  children?: ReactNode;
}

function HeroFrame({ title, subtitle, actions, children }: FrameProps) {
  const { t } = useTranslation();
  const name = useSession()?.account.name;
  return (
    <section className={classes.hero} aria-labelledby="hero">
      <div className={classes.top}>
        <div>
          {name && <p className={classes.greeting}>{t("home.greeting", { name })}</p>}
          <Title order={1} id="hero" className={classes.title}>
            {title}
          </Title>
          {subtitle && <div className={classes.subtitle}>{subtitle}</div>}
        </div>
        <div className={`${classes.actions} no-print`}>{actions}</div>
      </div>
      {children}
    </section>
  );
}

function Action({ to, label, ghost = false }: { to: string; label: string; ghost?: boolean }) {
  return (
    <Button
      component={Link}
      to={to}
      size="md"
      {...(ghost
        ? { className: classes.ghost, variant: "default" }
        : { variant: "white", color: "jjok.8", rightSection: <IconArrowRight size={18} aria-hidden /> })}
    >
      {label}
    </Button>
  );
}

/** The newest result: what the year costs, emits and makes itself, and how it is supplied. */
export function ResultHero({ plan, run }: { plan: Schemas["PlanSummary"]; run: Schemas["RunSummary"] }) {
  const { t } = useTranslation();
  const language = currentLanguage();
  const figures = [
    [t("home.figures.cost"), formatMoney(run.total_cost, run.currency ?? "KRW", language)],
    [t("home.figures.co2"), formatQuantity(run.co2_t, "t", language)],
    [t("home.figures.self"), formatPercent(run.self_sufficiency, language)],
    [t("home.figures.renewable"), formatPercent(run.renewable_share, language)],
  ];
  return (
    <HeroFrame
      title={plan.name}
      subtitle={
        <>
          {plan.example && <span className={classes.badge}>{t("app.example")}</span>}
          <span>{t("home.hero.run", { number: run.number })}</span>
          {run.label && <span>{run.label}</span>}
        </>
      }
      actions={
        <>
          <Action to={`/energy/runs/${run.id}`} label={t("home.hero.open_run")} />
          <Action to={`/energy/plans/${plan.id}`} label={t("home.hero.open_plan")} ghost />
        </>
      }
    >
      <dl className={classes.figures}>
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <YearWeave runId={run.id} />
      {plan.example && <p className={classes.note}>{t("home.example_note")}</p>}
    </HeroFrame>
  );
}

/** Nothing computed yet: the next step instead. */
export function NextStepHero({ plan }: { plan?: Schemas["PlanSummary"] }) {
  const { t } = useTranslation();
  const key = plan ? "not_run" : "empty";
  return (
    <HeroFrame
      title={t(`home.${key}.title`)}
      subtitle={<span>{t(`home.${key}.text`)}</span>}
      actions={
        <Action to={plan ? `/energy/plans/${plan.id}` : "/energy/plans"} label={t(`home.${key}.action`)} />
      }
    />
  );
}
