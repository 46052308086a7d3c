// SPDX-License-Identifier: Apache-2.0
import { Alert, Anchor, List, SimpleGrid, Stack, Text, Title } from "@mantine/core";
import { IconInfoCircle } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../../components/chart/surroundings";
import { formatNumber } from "../../energy/lib/format";
import { Panel } from "../kept/Panel";
import type { ByMethod, Forecast, SectorResult } from "./api";
import { ForecastChart } from "./ForecastChart";

/** One sector: three methods side by side, and what each missed in years that it was not shown. */
export function SectorPanel({
  sector,
  level,
  forecast,
}: {
  sector: SectorResult;
  level: number;
  forecast: Forecast;
}) {
  const { t } = useTranslation();
  const language = useLanguage();
  const name = (language === "ko" ? sector.name_ko : sector.name_en) || sector.sector || t("forecast.whole");
  const computed = sector.methods.some(({ years }) => years.length > 0);
  const short = sector.methods.some(({ refused }) => refused?.code === "forecast.too_few_years");
  return (
    <Panel title={name}>
      <Stack>
        {computed && <ForecastChart {...{ sector, level, name, forecast }} />}
        <Known sector={sector} />
        {short && (
          <Alert color="blue" icon={<IconInfoCircle aria-hidden />} title={t("forecast.missing.title")}>
            {t("forecast.missing.text")}
          </Alert>
        )}
        <SimpleGrid cols={{ base: 1, md: 3 }} spacing="lg">
          {sector.methods.map((one) => (
            <Method key={one.method} one={one} unit={sector.unit} level={level} />
          ))}
        </SimpleGrid>
      </Stack>
    </Panel>
  );
}

function Known({ sector }: { sector: SectorResult }) {
  const { t } = useTranslation();
  const language = useLanguage();
  if (sector.history.length === 0) return <Text c="dimmed">{t("forecast.no_history")}</Text>;
  return (
    <div>
      <Text fw={600}>{t("forecast.known", { number: sector.history.length })}</Text>
      <List size="sm">
        {sector.history.map((one) => (
          <List.Item key={one.figure}>
            {`${one.year} · ${formatNumber(one.value, language)} ${sector.unit}`}
            {one.source && " · "}
            {one.link ? (
              <Anchor underline="always" href={one.link} target="_blank" rel="noreferrer noopener" size="sm">
                {one.source}
              </Anchor>
            ) : (
              one.source
            )}
          </List.Item>
        ))}
      </List>
    </div>
  );
}

function Method({ one, unit, level }: { one: ByMethod; unit: string; level: number }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const number = (value: number) => formatNumber(value, language);
  const last = one.years.at(-1);
  const { back_test: test } = one;
  return (
    <div data-method={one.method}>
      <Title order={3} size="h5">
        {t(`forecast.method.${one.method}`)}
      </Title>
      {one.refused && (
        <Text c="dimmed" mt={4}>
          {t(`error.${one.refused.code}`, one.refused.params)}
        </Text>
      )}
      {last && (
        <>
          <Text mt={4}>
            <Text span fw={700} fz={20} className="num">
              {`${number(last.value)} ${unit}`}
            </Text>
            {` (${last.year})`}
          </Text>
          <Text size="sm" c="dimmed">
            {last.low === undefined
              ? t("forecast.no_interval")
              : t("forecast.interval", { level, low: number(last.low), high: number(last.high ?? 0), unit })}
          </Text>
        </>
      )}
      {test && (
        <Text size="sm" mt={4}>
          {t("forecast.back_test", {
            years: test.years.map(({ year }) => year).join(", "),
            mape: number(test.mape_percent),
            bias: number(test.bias_percent),
          })}
          {test.coverage_percent !== undefined &&
            ` ${t("forecast.coverage", { percent: number(test.coverage_percent) })}`}
        </Text>
      )}
      {one.no_back_test && !one.refused && (
        <Text size="sm" mt={4} c="dimmed">
          {t("forecast.no_back_test", { why: t(`error.${one.no_back_test.code}`, one.no_back_test.params) })}
        </Text>
      )}
      {one.coefficients.length > 0 && (
        <List size="sm" mt={4}>
          {one.coefficients.map((each) => (
            <List.Item key={each.name}>
              {each.name === "growth"
                ? t("forecast.growth", { percent: number(100 * each.value) })
                : t(each.stated ? "forecast.elasticity_stated" : "forecast.elasticity", {
                    name: each.name,
                    value: number(each.value),
                  })}
              {each.low !== undefined &&
                each.name !== "growth" &&
                ` (${number(each.low)} – ${number(each.high ?? 0)})`}
            </List.Item>
          ))}
        </List>
      )}
    </div>
  );
}
