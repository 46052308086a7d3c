// SPDX-License-Identifier: Apache-2.0
import { Spoiler, Table, Text } from "@mantine/core";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../../api/client";
import { changesOf } from "./changes";
import { useSay } from "./useSay";

const kLong = 400;

/** An entry's before and after side by side. `people`: the names of accounts by their ids. */
export function ChangesTable({
  entry,
  people,
}: {
  entry: Schemas["AuditEntry"];
  people?: ReadonlyMap<string, string>;
}) {
  const { t } = useTranslation();
  const say = useSay(entry.record_kind, people);
  if (entry.erased)
    return (
      <Text size="sm" c="dimmed">
        {t("audit.erased")}
      </Text>
    );
  const changes = changesOf(entry.before, entry.after, say);
  if (changes.length === 0) return null;
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
            <Table.Td style={cell}>{say.field(field)}</Table.Td>
            <Table.Td style={cell}>
              <Value
                text={before}
                name={`${say.field(field)}, ${t("audit.before")}, ${t("audit.number", { number: entry.number })}`}
              />
            </Table.Td>
            <Table.Td style={cell}>
              <Value
                text={after}
                name={`${say.field(field)}, ${t("audit.after")}, ${t("audit.number", { number: entry.number })}`}
              />
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

/** A long one, as a plan's model, opens on demand; its part of the page has a name of its own. */
function Value({ text, name }: { text: string | undefined; name: string }) {
  const { t } = useTranslation();
  if (text === undefined || text.length < kLong) return text ?? "–";
  return (
    <Spoiler
      maxHeight={120}
      showLabel={t("common.more")}
      hideLabel={t("common.close")}
      attributes={{ content: { "aria-label": name } }}
    >
      {text}
    </Spoiler>
  );
}
