// SPDX-License-Identifier: Apache-2.0
import { ActionIcon, Anchor, Group, Paper, Table, Text, Title, VisuallyHidden } from "@mantine/core";
import { IconPencil, IconTrash } from "@tabler/icons-react";
import { useTranslation } from "react-i18next";
import { problemSentence } from "../../../api/problems";
import { notice, undoNotice } from "../../../components/notices";
import stacked from "../../../components/StackedTable.module.css";
import { currentLanguage } from "../../../i18n";
import { countryName } from "../../people/countries";
import { shownText } from "../clusters/names";
import { type GrowthFact, useDeleteFact, useRestoreFact } from "./api";

/** Every figure with its source: those that disagree side by side. */
export function FactsTable({ facts, onEdit }: { facts: GrowthFact[]; onEdit: (fact: GrowthFact) => void }) {
  const { t } = useTranslation();
  if (facts.length === 0) return null;
  return (
    <Paper className="panel" style={{ overflow: "hidden" }} pt="md">
      <Title order={2} size="h3" px="lg" mb="xs">
        {t("network.growth.facts")}
      </Title>
      <Table className={stacked.table} horizontalSpacing="lg" aria-label={t("network.growth.facts")}>
        <Table.Thead>
          <Table.Tr>
            {["time", "basis", "what", "note", "source"].map((field) => (
              <Table.Th key={field} scope="col">
                {t(`network.growth.field.${field}`)}
              </Table.Th>
            ))}
            <Table.Th scope="col">
              <VisuallyHidden>{t("people.edit")}</VisuallyHidden>
            </Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {facts.map((fact) => (
            <Row key={fact.id} fact={fact} onEdit={() => onEdit(fact)} />
          ))}
        </Table.Tbody>
      </Table>
    </Paper>
  );
}

function Row({ fact, onEdit }: { fact: GrowthFact; onEdit: () => void }) {
  const { t } = useTranslation();
  const language = currentLanguage();
  const note = shownText(fact.notes ?? [], language);
  const number = new Intl.NumberFormat(language === "ko" ? "ko-KR" : "en-GB");
  const what =
    fact.basis === "named"
      ? `${countryName(fact.country ?? "", language)} · ${fact.cluster ?? t("network.growth.no_name")}`
      : [
          fact.countries !== undefined && t("network.growth.n_countries", { count: fact.countries }),
          fact.clusters !== undefined && t("network.clusters.count", { count: fact.clusters }),
          fact.companies !== undefined &&
            t(fact.at_least ? "network.growth.n_companies_or_more" : "network.growth.n_companies", {
              number: number.format(fact.companies),
            }),
        ]
          .filter(Boolean)
          .join(" · ");
  return (
    <Table.Tr>
      <Table.Td className="num" style={{ whiteSpace: "nowrap" }}>
        {fact.time}
      </Table.Td>
      <Table.Td data-label={t("network.growth.field.basis")}>
        {t(`network.growth.basis.${fact.basis}`)}
      </Table.Td>
      <Table.Td data-label={t("network.growth.field.what")} className="num">
        {what}
      </Table.Td>
      <Table.Td data-label={t("network.growth.field.note")}>
        {note ? <Text lang={note.language}>{note.text}</Text> : "–"}
      </Table.Td>
      <Table.Td data-label={t("network.growth.field.source")}>
        {fact.source.link ? (
          <Anchor
            href={fact.source.link}
            target="_blank"
            rel="noreferrer noopener"
            style={{ overflowWrap: "anywhere" }}
          >
            {fact.source.title}
          </Anchor>
        ) : (
          fact.source.title
        )}
      </Table.Td>
      <Table.Td className={stacked.actions}>
        <Actions fact={fact} onEdit={onEdit} />
      </Table.Td>
    </Table.Tr>
  );
}

function Actions({ fact, onEdit }: { fact: GrowthFact; onEdit: () => void }) {
  const { t } = useTranslation();
  const remove = useDeleteFact();
  const restore = useRestoreFact();
  const fail = (error: unknown) => notice("red", problemSentence(t, error));
  if (!fact.actions.includes("replace_growth_fact")) return null;
  const name = `${fact.time} ${fact.source.title}`;
  return (
    <Group gap={4} wrap="nowrap" className="no-print">
      <ActionIcon
        variant="subtle"
        color="gray"
        c="var(--dure-ink)"
        size={36}
        aria-label={t("network.edit_named", { name })}
        onClick={onEdit}
      >
        <IconPencil size={18} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        color="gray"
        c="var(--dure-ink)"
        size={36}
        loading={remove.isPending}
        aria-label={t("network.delete_named", { name })}
        onClick={() =>
          remove.mutate(fact, {
            onSuccess: () =>
              undoNotice({
                id: `deleted-${fact.id}`,
                message: t("people.was_deleted", { name }),
                undo: t("people.undo"),
                onUndo: () => restore.mutateAsync(fact.id).catch(fail),
              }),
            onError: fail,
          })
        }
      >
        <IconTrash size={18} aria-hidden />
      </ActionIcon>
    </Group>
  );
}
