// SPDX-License-Identifier: Apache-2.0
import { Badge, Button, Group, Table, Text } from "@mantine/core";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import { problemSentence } from "../../../api/problems";
import { notice } from "../../../components/notices";
import stacked from "../../../components/StackedTable.module.css";
import { currentLanguage } from "../../../i18n";
import { formatInstant } from "../../energy/lib/format";
import { languageName } from "../../people/countries";
import { type Concept, type ConceptTerm, useRestoreConcept, useReviewConcept } from "./api";

/** The terms by language with their origin, and who has looked at them; a press marks a term as reviewed. */
export function ReviewTable({ concept: one }: { concept: Concept }) {
  const { t } = useTranslation();
  const review = useReviewConcept();
  const restore = useRestoreConcept();
  const language = currentLanguage();
  const fail = (error: unknown) => notice("red", problemSentence(t, error));
  const mark = (terms: ConceptTerm[], reviewed: boolean) =>
    review.mutate(
      {
        known: one,
        body: { reviewed, terms: terms.map(({ language: tag, term }) => ({ language: tag, term })) },
      },
      { onError: fail },
    );
  const may = one.actions.includes("review_concept");
  const open = one.terms.filter((term) => !term.reviewed);
  return (
    <>
      {one.actions.includes("restore_concept") && (
        <Button variant="default" onClick={() => restore.mutate(one.id, { onError: fail })}>
          {t("people.restore")}
        </Button>
      )}
      <Table className={stacked.table} aria-label={t("network.taxonomy.terms")}>
        <Table.Thead>
          <Table.Tr>
            {["language", "term", "origin", "review"].map((field) => (
              <Table.Th key={field} scope="col">
                {t(`network.taxonomy.columns.${field}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {one.terms.map((term) => (
            <Table.Tr key={`${term.language}${term.term}`}>
              <Table.Td data-label={t("network.taxonomy.columns.language")}>
                {languageName(term.language, language)}
              </Table.Td>
              <Table.Td data-label={t("network.taxonomy.columns.term")}>
                <Group gap={8}>
                  <span lang={term.language}>{term.term}</span>
                  {term.kind === "preferred" && (
                    <Badge variant="default" radius="sm" tt="none">
                      {t("network.taxonomy.preferred")}
                    </Badge>
                  )}
                </Group>
              </Table.Td>
              <Table.Td data-label={t("network.taxonomy.columns.origin")}>{term.origin}</Table.Td>
              <Table.Td data-label={t("network.taxonomy.columns.review")}>
                <Group gap={8}>
                  <Text size="sm">{reviewText(t, term)}</Text>
                  {may && (
                    <Button
                      variant="subtle"
                      size="compact-md"
                      loading={review.isPending}
                      aria-label={t(
                        term.reviewed ? "network.taxonomy.unmark_named" : "network.taxonomy.mark_named",
                        { term: term.term },
                      )}
                      onClick={() => mark([term], !term.reviewed)}
                    >
                      {t(term.reviewed ? "network.taxonomy.unmark" : "network.taxonomy.mark")}
                    </Button>
                  )}
                </Group>
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      {may && open.length > 1 && (
        <Group>
          <Button variant="default" loading={review.isPending} onClick={() => mark(open, true)}>
            {t("network.taxonomy.mark_all", { count: open.length })}
          </Button>
        </Group>
      )}
    </>
  );
}

function reviewText(t: TFunction, term: ConceptTerm): string {
  if (!term.reviewed) return t("network.taxonomy.states.unreviewed");
  if (!term.reviewed_by_name || !term.reviewed_at) return t("network.taxonomy.states.reviewed");
  return t("network.taxonomy.reviewed_by", {
    name: term.reviewed_by_name,
    when: formatInstant(term.reviewed_at, currentLanguage()),
  });
}
