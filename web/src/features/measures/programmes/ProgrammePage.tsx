// SPDX-License-Identifier: Apache-2.0
import { Anchor, List, SimpleGrid, Stack, Table, Text } from "@mantine/core";
import { Link, useParams } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { useLanguage } from "../../../components/chart/surroundings";
import stacked from "../../../components/StackedTable.module.css";
import { Fact } from "../../people/Fact";
import { KeptPage } from "../kept/KeptPage";
import { Panel } from "../kept/Panel";
import { money } from "../numbers";
import { type Programme, programmes } from "./api";
import { ProgrammeDialog } from "./ProgrammeDialog";
import { ResultFacts } from "./ResultFacts";

export function ProgrammePage() {
  const { programmeId } = useParams({ from: "/app/energy/programmes/$programmeId" });
  return (
    <KeptPage
      api={programmes}
      id={programmeId}
      words="programme"
      to="/energy/programmes"
      dialog={(one, onClose) => <ProgrammeDialog programme={one} onClose={onClose} />}
      body={(one) => <Body programme={one} />}
    />
  );
}

function Body({ programme: one }: { programme: Programme }) {
  const { t } = useTranslation();
  return (
    <>
      <Panel title={t("programme.part.about")}>
        <SimpleGrid cols={{ base: 1, sm: 3 }} component="dl" m={0} spacing="lg">
          <Fact label={t("programme.field.kind")}>{t(`programme.kind.${one.kind}`)}</Fact>
          <Fact label={t("programme.field.responsible")}>{one.responsible || t("people.unknown")}</Fact>
          <Fact
            label={t("measure.field.period")}
          >{`${one.begins} – ${one.ends ?? t("programme.goes_on")}`}</Fact>
        </SimpleGrid>
        {one.summary && (
          <Text mt="md" style={{ whiteSpace: "pre-wrap" }} lang={one.language}>
            {one.summary}
          </Text>
        )}
        {one.linked.length > 0 && (
          <>
            <Text fw={600} mt="md">
              {t("programme.field.measures")}
            </Text>
            <List>
              {one.linked.map(({ id, name, deleted }) => (
                <List.Item key={id}>
                  {deleted ? (
                    `${name} · ${t("centre.put_away")}`
                  ) : (
                    <Anchor underline="always" component={Link} to={`/energy/measures/${id}`}>
                      {name}
                    </Anchor>
                  )}
                </List.Item>
              ))}
            </List>
          </>
        )}
      </Panel>
      <Panel title={t("programme.part.results")}>
        {one.results.length === 0 ? (
          <Text c="dimmed">{t("programme.no_result")}</Text>
        ) : (
          <Stack>
            {one.results.map((result) => (
              <ResultFacts key={`${result.year}-${result.source}`} result={result} currency={one.currency} />
            ))}
          </Stack>
        )}
      </Panel>
      {one.money.length > 0 && <Money programme={one} />}
    </>
  );
}

function Money({ programme: one }: { programme: Programme }) {
  const { t } = useTranslation();
  const language = useLanguage();
  const label = (name: string) => t(`programme.field.${name}`);
  return (
    <Panel title={t("programme.part.money")}>
      <Table className={stacked.table} aria-label={t("programme.part.money")}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th scope="col">{label("payer")}</Table.Th>
            <Table.Th scope="col">{label("amount")}</Table.Th>
            <Table.Th scope="col">{t("measure.field.year")}</Table.Th>
            <Table.Th scope="col">{label("source")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {one.money.map((part) => (
            <Table.Tr key={`${part.payer}-${part.year}-${part.amount}`}>
              <Table.Td fw={600}>{part.payer}</Table.Td>
              <Table.Td className="num" data-label={label("amount")}>
                {money(part.amount, one.currency, language)}
              </Table.Td>
              <Table.Td className="num" data-label={t("measure.field.year")}>
                {part.year ?? "–"}
              </Table.Td>
              <Table.Td data-label={label("source")}>{part.source}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Panel>
  );
}
