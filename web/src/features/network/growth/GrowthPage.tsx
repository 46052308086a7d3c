// SPDX-License-Identifier: Apache-2.0
import { Alert, Button, Paper, Skeleton, Stack } from "@mantine/core";
import { IconChartLine, IconPlus } from "@tabler/icons-react";
import { useQuery } from "@tanstack/react-query";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMay } from "../../../app/session";
import { Chart } from "../../../components/chart/Chart";
import { useSourceLine } from "../../../components/chart/sourceLine";
import { useChartTheme, useLanguage, useNarrow } from "../../../components/chart/surroundings";
import { EmptyState } from "../../../components/EmptyState";
import { WorldMap } from "../../../components/map/WorldMap";
import { PageHeader } from "../../../components/PageHeader";
import { ProblemAlert } from "../../../components/ProblemAlert";
import { shownText } from "../clusters/names";
import { NetworkTabs } from "../NetworkTabs";
import { factsQuery, type Growth, type GrowthFact, growthQuery } from "./api";
import { FactDialog } from "./FactDialog";
import { FactsTable } from "./FactsTable";
import { growthOption, instantOf } from "./growthOption";

export function GrowthPage() {
  const { t } = useTranslation();
  const may = useMay();
  const growth = useQuery(growthQuery);
  const facts = useQuery(factsQuery);
  const [open, setOpen] = useState<GrowthFact | "new">();
  const add = may("create_growth_fact") && (
    <Button leftSection={<IconPlus size={18} aria-hidden />} onClick={() => setOpen("new")}>
      {t("network.growth.add")}
    </Button>
  );
  return (
    <>
      <PageHeader
        title={t("network.growth.title")}
        description={t("network.growth.description")}
        crumbs={[
          { label: t("app.pages.home"), to: "/" },
          { label: t("home.desks.network.name") },
          { label: t("network.growth.title") },
        ]}
        actions={add}
      />
      <NetworkTabs />
      <ProblemAlert error={growth.error} onRetry={() => void growth.refetch()} />
      <ProblemAlert error={facts.error} onRetry={() => void facts.refetch()} />
      {(growth.isPending || facts.isPending) && <Skeleton h={420} radius="lg" />}
      {growth.data && facts.data && facts.data.length === 0 && growth.data.points.length === 0 && (
        <EmptyState
          icon={<IconChartLine size={32} />}
          title={t("network.growth.none")}
          text={t("network.growth.none_text")}
          action={add}
        />
      )}
      {growth.data && facts.data && facts.data.length + growth.data.points.length > 0 && (
        <Stack gap="lg">
          <OverTime growth={growth.data} facts={facts.data} />
          <NamedCountries facts={facts.data} />
          <FactsTable facts={facts.data} onEdit={setOpen} />
        </Stack>
      )}
      {open && <FactDialog onClose={() => setOpen(undefined)} {...(open !== "new" && { fact: open })} />}
    </>
  );
}

/** The latest figure of members that a source gives. */
function latest(facts: GrowthFact[]): GrowthFact | undefined {
  return facts
    .filter(({ basis, clusters }) => basis === "membership" && clusters !== undefined)
    .sort((a, b) => instantOf(a.time) - instantOf(b.time))
    .at(-1);
}

export function OverTime({ growth, facts }: { growth: Growth; facts: GrowthFact[] }) {
  const { t } = useTranslation();
  const theme = useChartTheme();
  const narrow = useNarrow();
  const language = useLanguage();
  const names = useMemo(
    () => ({
      clusters: t("network.growth.clusters"),
      countries: t("network.growth.countries"),
      attendance: t("network.growth.attendance"),
      register: t("network.growth.register"),
      invented: t("network.growth.invented"),
      axis: t("network.growth.number"),
    }),
    [t],
  );
  const option = useMemo(() => {
    const sentence = (fact: GrowthFact) =>
      [
        t("network.growth.fact", {
          time: fact.time,
          countries: fact.countries ?? t("people.unknown"),
          clusters: fact.clusters ?? t("people.unknown"),
        }),
        shownText(fact.notes ?? [], language)?.text,
        t("network.growth.source", { title: fact.source.title }),
      ]
        .filter(Boolean)
        .join(" · ");
    return growthOption({ facts, growth, names, sentence, theme, narrow, today: Date.now() });
  }, [facts, growth, names, theme, narrow, language, t]);
  const last = latest(facts);
  const counted = facts.filter(({ basis }) => basis !== "named");
  const invented = growth.points.some((point) => point.fictitious_clusters > 0);
  const source = useSourceLine()({
    names: [
      ...counted.map((fact) => fact.source.title),
      growth.points.length > 0 ? t("network.growth.register") : undefined,
    ],
    fictitious: invented,
  });
  return (
    <Paper className="panel" p={{ base: "md", sm: "lg" }}>
      <Chart
        title={t("network.growth.over_time")}
        description={
          last
            ? t("network.growth.over_time_text", {
                time: last.time,
                countries: last.countries ?? t("people.unknown"),
                clusters: last.clusters ?? t("people.unknown"),
              })
            : t("network.growth.over_time")
        }
        option={option}
        height={narrow ? 300 : 380}
        source={source}
        fileName="network-growth"
        table={() => ({
          columns: ["time", "basis", "countries", "clusters", "companies", "source"].map((name) =>
            t(`network.growth.field.${name}`),
          ),
          rows: counted.map((fact) => [
            fact.time,
            t(`network.growth.basis.${fact.basis}`),
            fact.countries ?? "",
            fact.clusters ?? "",
            fact.companies ?? "",
            fact.source.title,
          ]),
        })}
      />
      {invented && (
        <Alert color="gam" mt="md">
          {t("network.growth.invented_text")}
        </Alert>
      )}
    </Paper>
  );
}

/** The countries that sources name, by how many of their clusters they name; the rest is unknown and stays so. */
export function NamedCountries({ facts }: { facts: GrowthFact[] }) {
  const { t } = useTranslation();
  const line = useSourceLine();
  const named = facts.filter(({ basis, country }) => basis === "named" && country);
  const last = latest(facts);
  const byCountry = new Map<string, GrowthFact[]>();
  for (const fact of named)
    byCountry.set(fact.country ?? "", [...(byCountry.get(fact.country ?? "") ?? []), fact]);
  if (named.length === 0) return null;
  const values = [...byCountry].map(([country, list]) => ({
    country,
    value: list.length,
    note: list.map(({ cluster, time }) => `${cluster ?? t("network.growth.no_name")} (${time})`).join(", "),
  }));
  const names = named.filter(({ cluster }) => cluster).length;
  const incomplete = last?.countries !== undefined && last.countries > values.length;
  const sentence = t("network.growth.named_text", { countries: values.length, names });
  return (
    <Paper className="panel" p={{ base: "md", sm: "lg" }}>
      <WorldMap
        title={t("network.growth.named")}
        description={sentence}
        values={values}
        text={(value) => t("network.clusters.count", { count: value })}
        column={t("network.clusters.title")}
        source={line({ names: named.map((fact) => fact.source.title) })}
        fileName="network-countries"
      />
      <Alert color="gray" mt="md">
        {sentence} {incomplete && t("network.growth.unnamed_text", { time: last.time, all: last.countries })}
      </Alert>
    </Paper>
  );
}
