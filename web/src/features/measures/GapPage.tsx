// SPDX-License-Identifier: Apache-2.0
import {
  Alert,
  Anchor,
  List,
  Paper,
  SegmentedControl,
  SimpleGrid,
  Skeleton,
  Stack,
  Table,
  Text,
  Title,
} from "@mantine/core";
import { IconAlertTriangle, IconTargetArrow } from "@tabler/icons-react";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { ApiError, type Schemas } from "../../api/client";
import { problemSentence } from "../../api/problems";
import { useLanguage } from "../../components/chart/surroundings";
import { EmptyState } from "../../components/EmptyState";
import { PageHeader } from "../../components/PageHeader";
import { ProblemAlert } from "../../components/ProblemAlert";
import { urlText, useUrlState } from "../../hooks/useUrlState";
import { EnergyTabs } from "../energy/EnergyTabs";
import { formatNumber } from "../energy/lib/format";
import { Fact } from "../people/Fact";
import { gapQuery } from "./api";
import { GapChart } from "./charts/GapChart";

type Gap = Schemas["Gap"];

const kShown = [2026, 2028, 2030, 2035, 2040, 2045, 2050];

/** What all measures together close of the gap to the target. */
export function GapPage() {
  const { t } = useTranslation();
  const [search, update] = useUrlState();
  const { data, error, refetch } = useQuery({
    ...gapQuery(urlText(search.baseline) || undefined),
    placeholderData: keepPreviousData,
  });
  if (error instanceof ApiError && error.status === 403) throw error;
  const unknown = error instanceof ApiError && error.status === 409;
  return (
    <>
      <PageHeader
        title={t("gap.title")}
        description={t("gap.description")}
        crumbs={[
          { label: t("app.pages.home"), to: "/" },
          { label: t("home.desks.energy.name"), to: "/energy/plans" },
          { label: t("gap.title") },
        ]}
      />
      <EnergyTabs />
      {unknown && (
        <EmptyState
          icon={<IconTargetArrow size={32} />}
          title={t("gap.unknown")}
          text={problemSentence(t, error)}
        />
      )}
      {!unknown && <ProblemAlert error={error} onRetry={() => void refetch()} />}
      {!data && !error && <Skeleton h={420} radius="lg" />}
      {data && !error && <Shown gap={data} onBaseline={(baseline) => update({ baseline })} />}
    </>
  );
}

function Shown({ gap, onBaseline }: { gap: Gap; onBaseline: (code: string) => void }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const name = (one: Gap["baseline"]) => (language === "ko" ? one.name_ko : one.name_en);
  const titles = new Map(gap.measures.map(({ id, title }) => [id, title]));
  return (
    <Stack gap="lg">
      {gap.baselines.length > 1 && (
        <div>
          <Text fw={600} size="sm" mb={4} id="gap-baseline">
            {t("gap.baseline")}
          </Text>
          <SegmentedControl
            aria-labelledby="gap-baseline"
            className="no-print"
            orientation={undefined}
            style={{ maxWidth: "100%", flexWrap: "wrap", height: "auto" }}
            value={gap.baseline.code}
            onChange={onBaseline}
            data={gap.baselines.map((one) => ({
              value: one.code,
              label: t("gap.baseline_one", {
                value: formatNumber(one.point.value_t / 1e6, language),
                year: one.point.year,
              }),
            }))}
          />
          <Text size="sm" c="dimmed" mt={4}>
            {name(gap.baseline)}
          </Text>
        </div>
      )}
      {gap.measures.some(({ fictitious }) => fictitious) && (
        <Alert color="gam">{t("centre.has_fictitious")}</Alert>
      )}
      {gap.measures.length === 0 && <Alert color="blue">{t("gap.no_measures")}</Alert>}
      <Headline gap={gap} />
      <Paper className="panel" p={{ base: "md", sm: "lg" }}>
        <GapChart gap={gap} />
      </Paper>
      {gap.overlaps.length > 0 && (
        <Alert color="gam" icon={<IconAlertTriangle aria-hidden />} title={t("gap.overlap")}>
          <List>
            {gap.overlaps.map((one) => (
              <List.Item key={`${one.first}-${one.second}`}>
                {t("curve.overlap.one", {
                  first: titles.get(one.first),
                  second: titles.get(one.second),
                  from: one.from_year,
                  to: one.to_year,
                })}
              </List.Item>
            ))}
          </List>
        </Alert>
      )}
      <Years gap={gap} />
      <Sources gap={gap} />
    </Stack>
  );
}

/** The two years that the targets are named for. */
function Headline({ gap }: { gap: Gap }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <SimpleGrid cols={{ base: 1, sm: 3 }}>
      {gap.targets.map(({ year }) => {
        const one = gap.years.find((each) => each.year === year);
        if (!one) return null;
        return (
          <Paper key={year} className="panel" component="dl" p="md" m={0}>
            <Fact label={t("gap.closed_in", { year })}>
              <Text span fz={28} fw={700} className="num" data-closed={year}>
                {`${formatNumber(one.closed_percent, language, 3)} %`}
              </Text>
              <Text size="sm" c="dimmed">
                {t("gap.of_needed", {
                  total: formatNumber(one.total_t / 1e6, language),
                  needed: formatNumber(one.needed_t / 1e6, language),
                })}
              </Text>
            </Fact>
          </Paper>
        );
      })}
    </SimpleGrid>
  );
}

function Years({ gap }: { gap: Gap }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const million = (value: number) => formatNumber(value / 1e6, language);
  return (
    <Paper className="panel" p={{ base: "md", sm: "lg" }} component="section">
      <Title order={2} size="h4" mb={2}>
        {t("gap.years")}
      </Title>
      <Text size="sm" c="dimmed" mb="sm">
        {t("gap.unit")}
      </Text>
      <Table.ScrollContainer minWidth={640} type="native" tabIndex={0} aria-label={t("gap.years")}>
        <Table miw={640} aria-label={t("gap.years")}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t("measure.field.year")}</Table.Th>
              {["reference", "target", "needed", "total", "without_overlap", "left"].map((key) => (
                <Table.Th key={key} scope="col">
                  {t(`gap.${key}`)}
                </Table.Th>
              ))}
              <Table.Th scope="col">{`${t("gap.closed")} (%)`}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {gap.years
              .filter(({ year }) => kShown.includes(year))
              .map((one) => (
                <Table.Tr key={one.year}>
                  <Table.Th scope="row">{one.year}</Table.Th>
                  <Table.Td className="num">{million(one.reference_t)}</Table.Td>
                  <Table.Td className="num">{million(one.target_t)}</Table.Td>
                  <Table.Td className="num">{million(one.needed_t)}</Table.Td>
                  <Table.Td className="num">{million(one.total_t)}</Table.Td>
                  <Table.Td className="num">{million(one.without_overlap_t)}</Table.Td>
                  <Table.Td className="num">{million(one.left_t)}</Table.Td>
                  <Table.Td className="num">{formatNumber(one.closed_percent, language, 3)}</Table.Td>
                </Table.Tr>
              ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Paper>
  );
}

/** Where baseline and targets were read, and what was derived. */
function Sources({ gap }: { gap: Gap }) {
  const { t } = useTranslation();
  const language = useLanguage();
  return (
    <Paper className="panel" p={{ base: "md", sm: "lg" }} component="section">
      <Title order={2} size="h4" mb="sm">
        {t("gap.sources")}
      </Title>
      <List>
        {[gap.baseline.point, ...gap.targets].map((point) => (
          <List.Item key={`${point.year}-${point.figure}`}>
            {`${point.year} · ${formatNumber(point.value_t / 1e6, language)} MtCO2e`}
            {point.share_percent !== undefined &&
              ` · ${t("gap.derived", { percent: point.share_percent, base: formatNumber(gap.baseline.point.value_t / 1e6, language) })}`}
            {point.source && " · "}
            {point.link ? (
              <Anchor underline="always" href={point.link} target="_blank" rel="noreferrer noopener">
                {point.source}
              </Anchor>
            ) : (
              point.source
            )}
          </List.Item>
        ))}
      </List>
    </Paper>
  );
}
