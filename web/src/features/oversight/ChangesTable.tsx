// SPDX-License-Identifier: Apache-2.0
import { Table, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../../api/client";
import { currentLanguage } from "../../i18n";
import { countryName, languageName } from "../people/countries";
import { changesOf } from "./changes";

/** An entry's before and after side by side. */
export function ChangesTable({ entry }: { entry: Schemas["AuditEntry"] }) {
  const { t } = useTranslation();
  if (entry.erased)
    return (
      <Text size="sm" c="dimmed">
        {t("audit.erased")}
      </Text>
    );
  const changes = changesOf(entry.before, entry.after, (name, tag, primary) =>
    t(primary ? "audit.name_primary" : "audit.name_other", {
      name,
      language: languageName(tag, currentLanguage()),
    }),
  );
  if (changes.length === 0) return null;
  const label = (field: string) => t(`people.field.${field}`, field);
  // Codes that the record keeps are read as the page says them elsewhere.
  const shown = (field: string, value?: string) => {
    if (value === undefined) return "–";
    if (field === "kind") return t([`people.kind.${value}`, `contact.kind.${value}`], value);
    if (field === "purpose") return t(`consent.purpose.${value}`, value);
    return field === "country" ? countryName(value, currentLanguage()) : value;
  };
  const cell = { verticalAlign: "top", overflowWrap: "anywhere" } as const;
  return (
    <Table layout="fixed" horizontalSpacing={6} withTableBorder aria-label={t("audit.changes")}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col" w="30%">
            {t("audit.field")}
          </Table.Th>
          <Table.Th scope="col">{t("audit.before")}</Table.Th>
          <Table.Th scope="col">{t("audit.after")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {changes.map(({ field, before, after }) => (
          <Table.Tr key={field}>
            <Table.Td style={cell}>{label(field)}</Table.Td>
            <Table.Td style={cell}>{shown(field, before)}</Table.Td>
            <Table.Td style={cell}>{shown(field, after)}</Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
