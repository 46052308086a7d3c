// SPDX-License-Identifier: Apache-2.0
import { Badge, Button, Skeleton, Table, Text } from "@mantine/core";
import { IconBolt } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useParams } from "@tanstack/react-router";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../../app/session";
import { useLanguage } from "../../../components/chart/surroundings";
import { ProblemAlert } from "../../../components/ProblemAlert";
import stacked from "../../../components/StackedTable.module.css";
import { KeptPage } from "../kept/KeptPage";
import { Panel, Source } from "../kept/Panel";
import { type Forecast, forecastResultQuery, forecasts } from "./api";
import { ForecastDialog } from "./ForecastDialog";
import { pointsText } from "./forecastForm";
import { SectorPanel } from "./SectorPanel";
import { UseInPlanDialog } from "./UseInPlanDialog";

export function ForecastPage() {
  const { forecastId } = useParams({ from: "/app/energy/forecasts/$forecastId" });
  return (
    <KeptPage
      api={forecasts}
      id={forecastId}
      words="forecast"
      to="/energy/forecasts"
      dialog={(one, onClose) => <ForecastDialog forecast={one} onClose={onClose} />}
      actions={(one) => <UseInPlan forecast={one} />}
      body={(one) => (
        <>
          {one.summary && (
            <Text lang={one.language} style={{ whiteSpace: "pre-wrap" }}>
              {one.summary}
            </Text>
          )}
          <Results forecast={one} />
          <Assumptions forecast={one} />
        </>
      )}
    />
  );
}

function UseInPlan({ forecast }: { forecast: Forecast }) {
  const { t } = useTranslation();
  const may = useMay();
  const [open, setOpen] = useState(false);
  const { data } = useQuery(forecastResultQuery(forecast.id, forecast.version));
  const able = data?.sectors.some(({ methods }) => methods.some(({ years }) => years.length > 0));
  if (!may("use_forecast_in_plan") || !data || !able) return null;
  return (
    <>
      <Button
        variant="default"
        leftSection={<IconBolt size={18} aria-hidden />}
        onClick={() => setOpen(true)}
      >
        {t("forecast.in_plan.title")}
      </Button>
      {open && <UseInPlanDialog forecast={forecast} result={data} onClose={() => setOpen(false)} />}
    </>
  );
}

function Results({ forecast }: { forecast: Forecast }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const { data, error, refetch } = useQuery(forecastResultQuery(forecast.id, forecast.version));
  if (error) return <ProblemAlert error={error} onRetry={() => void refetch()} />;
  if (!data) return <Skeleton h={320} radius="lg" />;
  const indicator = (language === "ko" ? data.indicator_ko : data.indicator_en) || data.indicator;
  const region = (language === "ko" ? data.region_ko : data.region_en) || forecast.region;
  return (
    <>
      <Text c="dimmed">
        {t("forecast.of", { indicator, region, to: data.to_year, level: data.level_percent })}
      </Text>
      {data.sectors.map((sector) => (
        <SectorPanel key={sector.sector} sector={sector} level={data.level_percent} forecast={forecast} />
      ))}
    </>
  );
}

function Assumptions({ forecast }: { forecast: Forecast }) {
  const { t } = useTranslation();
  const field = (name: string) => t(`forecast.field.${name}`);
  const rows = forecast.assumptions ?? [];
  return (
    <Panel title={t("forecast.part.assumptions")}>
      {rows.length === 0 ? (
        <Text c="dimmed">{t("forecast.no_assumptions")}</Text>
      ) : (
        <Table className={stacked.table} aria-label={t("forecast.part.assumptions")}>
          <Table.Thead>
            <Table.Tr>
              {["name", "kind", "points", "unit", "reason"].map((name) => (
                <Table.Th key={name} scope="col">
                  {field(name)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map((row) => (
              <Table.Tr key={row.code}>
                <Table.Td>
                  <Text fw={600}>{row.name}</Text>
                  <Source text={row.source ?? ""} />
                </Table.Td>
                <Table.Td data-label={field("kind")}>
                  <Badge variant="default" radius="sm" tt="none">
                    {t(`forecast.kind.${row.kind}`)}
                  </Badge>
                </Table.Td>
                <Table.Td className="num" data-label={field("points")}>
                  {pointsText(row.points) || "–"}
                  {row.indicator && (
                    <Text size="sm" c="dimmed">
                      {t("forecast.past_from", { indicator: row.indicator })}
                    </Text>
                  )}
                </Table.Td>
                <Table.Td data-label={field("unit")}>{row.unit}</Table.Td>
                <Table.Td data-label={field("reason")}>{row.reason}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Panel>
  );
}
