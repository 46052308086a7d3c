// SPDX-License-Identifier: Apache-2.0
// The answer in five figures, and how far it can be trusted.

import {
  Card,
  Collapse,
  Group,
  SimpleGrid,
  Stack,
  Text,
  ThemeIcon,
  Title,
  UnstyledButton,
} from "@mantine/core";
import { useDisclosure } from "@mantine/hooks";
import { IconCertificate, IconChevronDown } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import {
  formatDuration,
  formatMoney,
  formatNumber,
  formatPercent,
  formatQuantity,
  formatRate,
  formatTiny,
} from "../lib/format";
import { useLanguage } from "../shell";
import classes from "./Headline.module.css";
import { useResults } from "./results";

export function Headline() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { result, model, currency } = useResults();
  const { price_year } = model;
  const perMwh =
    result.total_cost !== undefined && result.demand_mwh ? result.total_cost / result.demand_mwh : undefined;
  const perCo2 =
    result.co2_t !== undefined && result.demand_mwh ? (result.co2_t / result.demand_mwh) * 1000 : undefined;
  const share = (value: number | undefined) => formatPercent(value, language);
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, lg: 4 }} spacing="md">
      <Figure
        name={t("run.figure.total_cost")}
        value={formatMoney(result.total_cost, currency, language)}
        unit={`/${t("plan.unit.year")}`}
        note={`${t("run.figure.price_year", { year: price_year })} · ${t("run.figure.per_demand", { value: formatRate(perMwh, currency, "MWh", language) })}`}
      />
      <Figure
        name={t("run.figure.co2_t")}
        value={formatQuantity(result.co2_t, "t", language)}
        unit={`CO₂/${t("plan.unit.year")}`}
        note={
          perCo2 === undefined
            ? ""
            : t("run.figure.per_demand", { value: `${formatNumber(perCo2, language, 3)} kg/MWh` })
        }
      />
      <Figure
        name={t("run.figure.self_sufficiency")}
        value={share(result.self_sufficiency)}
        note={t("run.figure.self_sufficiency_note")}
        bar={result.self_sufficiency}
      />
      <Figure
        name={t("run.figure.renewable_share")}
        value={share(result.renewable_share)}
        note={t("run.figure.renewable_share_note")}
        bar={result.renewable_share}
      />
      <Figure
        name={t("run.figure.demand_mwh")}
        value={formatQuantity(result.demand_mwh, "MWh", language)}
        small
        note={t("run.figure.demand_note")}
      />
      <Figure
        name={t("run.figure.shed_mwh")}
        value={formatQuantity(result.shed_mwh, "MWh", language)}
        small
        note={t("run.figure.shed_note")}
      />
      <Figure
        name={t("run.figure.investment")}
        value={formatMoney(result.investment, currency, language)}
        small
        note={t("run.figure.investment_note")}
      />
      <Figure
        name={t("run.figure.solve_time")}
        value={formatDuration(result.build_seconds + result.solve_seconds, language)}
        small
        note={t("run.figure.solve_note", {
          method: t(`run.method.${result.method}`, { defaultValue: result.method }),
          rows: formatNumber(result.rows, language, 8),
          columns: formatNumber(result.columns, language, 8),
        })}
      />
    </SimpleGrid>
  );
}

export function Figure({
  name,
  value,
  unit,
  note,
  small,
  bar,
}: {
  name: string;
  value: string;
  unit?: string;
  note?: ReactNode;
  small?: boolean;
  bar?: number | undefined;
}) {
  return (
    <Card
      withBorder
      radius="lg"
      padding={small ? "sm" : "md"}
      component="section"
      aria-label={name}
      data-figure
    >
      <Text size="sm" c="dimmed">
        {name}
      </Text>
      <Text className={small ? classes.small : classes.value}>
        {value}
        {unit ? <span className={classes.unit}>{unit}</span> : null}
      </Text>
      {bar === undefined ? null : (
        <div className={classes.track} aria-hidden>
          <div className={classes.fill} style={{ width: `${Math.min(100, Math.max(0, bar * 100))}%` }} />
        </div>
      )}
      {note ? (
        <Text size="xs" c="dimmed">
          {note}
        </Text>
      ) : null}
    </Card>
  );
}

/// Why the answer is the best one: in plain words first, the numbers on request.
export function CertificateCard() {
  const { t } = useTranslation();
  const language = useLanguage();
  const { result, currency } = useResults();
  const [open, { toggle }] = useDisclosure(false);
  const { certificate } = result;
  if (!certificate) return null;
  const worst = result.buses.reduce((most, bus) => Math.max(most, bus.max_abs_imbalance_mw), 0);
  const couldSave = Math.abs(certificate.gap) * Math.abs(certificate.objective);
  const rows: [string, string, string][] = [
    [
      t("run.certificate.objective"),
      formatMoney(certificate.objective, currency, language),
      t("run.certificate.objective_note"),
    ],
    [
      t("run.certificate.dual_objective"),
      formatMoney(certificate.dual_objective, currency, language),
      t("run.certificate.dual_objective_note"),
    ],
    [t("run.certificate.gap"), formatTiny(certificate.gap, language), t("run.certificate.gap_note")],
    [
      t("run.certificate.primal"),
      formatTiny(certificate.primal_residual, language),
      t("run.certificate.primal_note"),
    ],
    [
      t("run.certificate.dual"),
      formatTiny(certificate.dual_residual, language),
      t("run.certificate.dual_note"),
    ],
    [t("run.certificate.balance"), `${formatTiny(worst, language)} MW`, t("run.certificate.balance_note")],
  ];
  return (
    <Card withBorder radius="lg" component="section" aria-labelledby="certificate">
      <Group wrap="nowrap" align="flex-start" gap="md">
        <ThemeIcon size={44} radius="xl" color="green" variant="light" aria-hidden>
          <IconCertificate size={26} />
        </ThemeIcon>
        <Stack gap={4} style={{ flex: 1 }}>
          <Title order={2} size="h4" id="certificate">
            {t("run.certificate.title", { gap: formatTiny(certificate.gap, language) })}
          </Title>
          <Text>{t("run.certificate.words", { saving: formatMoney(couldSave, currency, language) })}</Text>
          <UnstyledButton onClick={toggle} aria-expanded={open} c="var(--mantine-color-anchor)" fz="sm">
            {t("run.certificate.details")}{" "}
            <IconChevronDown
              size={14}
              aria-hidden
              style={{ verticalAlign: "-2px", transform: open ? "rotate(180deg)" : "none" }}
            />
          </UnstyledButton>
          <Collapse expanded={open}>
            <dl className={classes.details}>
              {rows.map(([name, value, note]) => (
                <div key={name}>
                  <dt>
                    <Text size="sm" fw={600}>
                      {name}
                    </Text>
                  </dt>
                  <dd>
                    <Text className="num">{value}</Text>
                    <Text size="sm" c="dimmed">
                      {note}
                    </Text>
                  </dd>
                </div>
              ))}
            </dl>
          </Collapse>
        </Stack>
      </Group>
    </Card>
  );
}
