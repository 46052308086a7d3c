// SPDX-License-Identifier: Apache-2.0
import { Anchor, Group, List, SimpleGrid, Stack, Table, Text } from "@mantine/core";
import { useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import stacked from "../../components/StackedTable.module.css";
import { currentLanguage } from "../../i18n";
import { Fact } from "../people/Fact";
import { type Measure, measures } from "./api";
import { SavingChart } from "./charts/SavingChart";
import { KeptPage } from "./kept/KeptPage";
import { Panel, Source } from "./kept/Panel";
import { MeasureDialog } from "./MeasureDialog";
import { money, mwh, toe, tonnes } from "./numbers";
import { Reasons, StatusBadge } from "./status";

export function MeasurePage() {
  const { measureId } = useParams({ from: "/app/energy/measures/$measureId" });
  return (
    <KeptPage
      api={measures}
      id={measureId}
      words="measure"
      to="/energy/measures"
      badges={(one) => <StatusBadge status={one.status} />}
      dialog={(one, onClose) => <MeasureDialog measure={one} onClose={onClose} />}
      body={(one) => (
        <>
          <Standing measure={one} />
          <Savings measure={one} />
          <Milestones measure={one} />
          <Money measure={one} />
          <Evidence measure={one} />
        </>
      )}
    />
  );
}

function Standing({ measure: one }: { measure: Measure }) {
  const { t } = useTranslation();
  return (
    <Panel title={t("measure.part.standing")}>
      <SimpleGrid cols={{ base: 1, md: 2 }} spacing="lg">
        <div>
          <Group gap="xs" mb={6}>
            <StatusBadge status={one.status} />
            <Text size="sm" c="dimmed">
              {t("measure.judged_on", { day: one.judged_on })}
            </Text>
          </Group>
          <Reasons reasons={one.reasons} />
          {one.cancelled && one.cancel_reason && <Text mt="xs">{one.cancel_reason}</Text>}
        </div>
        <SimpleGrid cols={{ base: 1, sm: 2 }} component="dl" m={0}>
          <Fact label={t("measure.field.responsible")}>{one.responsible || t("measure.nobody")}</Fact>
          <Fact label={t("measure.field.period")}>
            <span className="num">{`${one.begins} – ${one.ends}`}</span>
          </Fact>
          <Fact label={t("measure.field.sector")}>{t(`measure.sector.${one.sector}`)}</Fact>
          <Fact label={t("measure.field.end_use")}>{t(`measure.end_use.${one.end_use}`)}</Fact>
        </SimpleGrid>
      </SimpleGrid>
      {one.summary && (
        <Text mt="md" style={{ whiteSpace: "pre-wrap" }} lang={one.language}>
          {one.summary}
        </Text>
      )}
    </Panel>
  );
}

function Savings({ measure: one }: { measure: Measure }) {
  const { t } = useTranslation();
  const language = currentLanguage();
  return (
    <Panel title={t("measure.part.years")}>
      {one.years.length === 0 ? (
        <Text c="dimmed">{t("measure.no_years")}</Text>
      ) : (
        <Stack>
          <SavingChart measure={one} />
          <Table.ScrollContainer
            minWidth={560}
            type="native"
            tabIndex={0}
            aria-label={t("measure.part.years")}
          >
            <Table miw={640} aria-label={t("measure.part.years")}>
              <Table.Thead>
                <Table.Tr>
                  {[
                    "year",
                    "expected_t",
                    "actual_t",
                    "expected_mwh",
                    "actual_mwh",
                    "toe",
                    "actual_source",
                  ].map((name) => (
                    <Table.Th key={name} scope="col">
                      {t(`measure.field.${name}`)}
                    </Table.Th>
                  ))}
                </Table.Tr>
              </Table.Thead>
              <Table.Tbody>
                {one.years.map((year) => (
                  <Table.Tr key={year.year}>
                    <Table.Th scope="row">{year.year}</Table.Th>
                    <Table.Td className="num">{tonnes(year.expected_t, language)}</Table.Td>
                    <Table.Td className="num">{tonnes(year.actual_t, language)}</Table.Td>
                    <Table.Td className="num">{mwh(year.expected_mwh, language)}</Table.Td>
                    <Table.Td className="num">{mwh(year.actual_mwh, language)}</Table.Td>
                    <Table.Td className="num">
                      {toe(year.expected_toe, language)}
                      {year.actual_toe !== undefined && ` / ${toe(year.actual_toe, language)}`}
                    </Table.Td>
                    <Table.Td>{year.actual_source || "–"}</Table.Td>
                  </Table.Tr>
                ))}
              </Table.Tbody>
            </Table>
          </Table.ScrollContainer>
        </Stack>
      )}
      <Text mt="md">
        <Text span fw={600}>
          {t("measure.field.method")}
        </Text>
        {` · ${one.method}`}
      </Text>
      <Source text={one.method_source} />
      <Text size="sm" c="dimmed" mt={4}>
        {t("measure.toe_note")}
      </Text>
    </Panel>
  );
}

function Milestones({ measure: one }: { measure: Measure }) {
  const { t } = useTranslation();
  return (
    <Panel title={t("measure.part.milestones")}>
      {one.milestones.length === 0 ? (
        <Text c="dimmed">{t("measure.no_milestones")}</Text>
      ) : (
        <Table className={stacked.table} aria-label={t("measure.part.milestones")}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th scope="col">{t("measure.field.milestone")}</Table.Th>
              <Table.Th scope="col">{t("measure.field.due")}</Table.Th>
              <Table.Th scope="col">{t("measure.field.done")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {one.milestones.map(({ name, due, done }) => (
              <Table.Tr key={`${name}-${due}`}>
                <Table.Td fw={600}>{name}</Table.Td>
                <Table.Td className="num" data-label={t("measure.field.due")}>
                  {due}
                </Table.Td>
                <Table.Td className="num" data-label={t("measure.field.done")}>
                  {done ?? (due < one.judged_on ? t("measure.overdue") : t("measure.open"))}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Panel>
  );
}

function Money({ measure: one }: { measure: Measure }) {
  const { t } = useTranslation();
  const language = currentLanguage();
  const of = (value: number | undefined) => money(value, one.currency, language);
  return (
    <Panel title={t("measure.part.money")}>
      <SimpleGrid cols={{ base: 1, sm: 2, md: 3 }} component="dl" m={0} spacing="lg">
        <Fact label={t("measure.field.budget")}>{of(one.budget)}</Fact>
        <Fact label={t("measure.field.spent")}>
          {of(one.spent)}
          {one.budget && one.spent !== undefined
            ? ` (${t("measure.of_budget", { percent: Math.round((100 * one.spent) / one.budget) })})`
            : ""}
        </Fact>
        <Fact label={t("measure.field.investment")}>{of(one.investment)}</Fact>
        <Fact label={t("measure.field.lifetime_years")}>
          {one.lifetime_years === undefined ? "–" : t("measure.years_long", { number: one.lifetime_years })}
        </Fact>
        <Fact label={t("measure.field.yearly_cost")}>{of(one.yearly_cost)}</Fact>
        <Fact label={t("measure.field.energy_price")}>
          {one.energy_price === undefined ? "–" : `${of(one.energy_price)}/MWh`}
        </Fact>
      </SimpleGrid>
      <Text size="sm" c="dimmed" mt="sm">
        {t("measure.prices_of", { year: one.price_year })}
      </Text>
      {one.budget_source && <Source text={one.budget_source} />}
      {(one.investment !== undefined || one.yearly_cost !== undefined) && <Source text={one.cost_source} />}
    </Panel>
  );
}

function Evidence({ measure: one }: { measure: Measure }) {
  const { t } = useTranslation();
  return (
    <Panel title={t("measure.part.evidence")}>
      {one.evidence.length === 0 ? (
        <Text c="dimmed">{t("measure.no_evidence")}</Text>
      ) : (
        <List>
          {one.evidence.map(({ title, link, note }) => (
            <List.Item key={`${title}-${link}`}>
              {link ? (
                <Anchor underline="always" href={link} target="_blank" rel="noreferrer noopener">
                  {title}
                </Anchor>
              ) : (
                title
              )}
              {note && (
                <Text span c="dimmed" size="sm">
                  {` · ${note}`}
                </Text>
              )}
            </List.Item>
          ))}
        </List>
      )}
    </Panel>
  );
}
