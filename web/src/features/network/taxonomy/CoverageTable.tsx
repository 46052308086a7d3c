// SPDX-License-Identifier: Apache-2.0
import { Paper, SimpleGrid, Table, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import stacked from "../../../components/StackedTable.module.css";
import { currentLanguage } from "../../../i18n";
import { languageName } from "../../people/countries";
import { kLanguages, type TaxonomyCounts } from "./api";

/** How far each language has come: concepts with a term in it, and terms that someone has looked at. */
export function CoverageTable({ counts }: { counts: TaxonomyCounts }) {
  const { t } = useTranslation();
  const language = currentLanguage();
  const number = new Intl.NumberFormat(language === "ko" ? "ko-KR" : "en-GB");
  const order = (tag: string) => (kLanguages.indexOf(tag) + kLanguages.length) % kLanguages.length;
  const sorted = [...counts.languages].sort((a, b) => order(a.language) - order(b.language));
  return (
    <>
      <SimpleGrid cols={{ base: 2, sm: 4 }} mb="lg">
        {(["concepts", "korean_and_english", "with_synonyms", "all_nine"] as const).map((name) => (
          <Paper key={name} className="panel" p="md">
            <Text fz={28} fw={700} className="num">
              {number.format(counts[name])}
            </Text>
            <Text size="sm" c="dimmed">
              {t(`network.taxonomy.counts.${name}`)}
            </Text>
          </Paper>
        ))}
      </SimpleGrid>
      <Paper className="panel" style={{ overflow: "hidden" }}>
        <Table className={stacked.table} horizontalSpacing="lg" aria-label={t("network.taxonomy.languages")}>
          <Table.Thead>
            <Table.Tr>
              {["language", "concepts_with", "terms", "reviewed"].map((field) => (
                <Table.Th key={field} scope="col">
                  {t(`network.taxonomy.coverage.${field}`)}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {sorted.map((one) => (
              <Table.Tr key={one.language}>
                <Table.Td fw={600}>{languageName(one.language, language)}</Table.Td>
                <Table.Td className="num" data-label={t("network.taxonomy.coverage.concepts_with")}>
                  {number.format(one.concepts)}
                </Table.Td>
                <Table.Td className="num" data-label={t("network.taxonomy.coverage.terms")}>
                  {number.format(one.terms)}
                </Table.Td>
                <Table.Td className="num" data-label={t("network.taxonomy.coverage.reviewed")}>
                  {number.format(one.reviewed)}
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Paper>
    </>
  );
}
