// SPDX-License-Identifier: Apache-2.0
import { Badge, Group, Select, Table, Text, TextInput } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import classes from "../../components/StackedTable.module.css";
import type { Import, ImportColumn, ImportResource, ImportSource } from "./api";
import { columnLabel, headingLabel } from "./labels";

const kNone = "none";
const kValue = "value";

/** A line for each column of the resource: which column of the file fills it, or one value for all rows. */
export function MappingTable(props: {
  one: Import;
  resource: ImportResource;
  onChange: (mapping: ImportSource[]) => void;
}) {
  const { t } = useTranslation();
  const { one, resource, onChange } = props;
  const put = (column: string, source: Omit<ImportSource, "column"> | undefined) => {
    const rest = one.mapping.filter((known) => known.column !== column);
    onChange(source ? [...rest, { column, ...source }] : rest);
  };
  return (
    <Table
      className={classes.table}
      verticalSpacing="xs"
      horizontalSpacing="sm"
      aria-label={t("imports.mapping.title")}
    >
      <Table.Thead>
        <Table.Tr>
          <Table.Th scope="col">{t("imports.mapping.item")}</Table.Th>
          <Table.Th scope="col">{t("imports.mapping.source")}</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {resource.columns.map((column) => (
          <Line
            key={column.key}
            one={one}
            column={column}
            source={one.mapping.find((known) => known.column === column.key)}
            onChange={(source) => put(column.key, source)}
          />
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Line(props: {
  one: Import;
  column: ImportColumn;
  source: ImportSource | undefined;
  onChange: (source: Omit<ImportSource, "column"> | undefined) => void;
}) {
  const { t } = useTranslation();
  const { one, column, source, onChange } = props;
  const [fixed, setFixed] = useState(source?.value !== undefined);
  const [text, setText] = useState(source?.value ?? "");
  const label = columnLabel(t, column);
  const chosen = fixed ? kValue : source?.source === undefined ? kNone : String(source.source);
  const choose = (next: string | null) => {
    setFixed(next === kValue);
    if (next === kValue) return text && onChange({ value: text });
    onChange(next === null || next === kNone ? undefined : { source: Number(next) });
  };
  return (
    <Table.Tr>
      <Table.Td>
        <Group gap={8}>
          <Text fw={600}>{label}</Text>
          {column.required && (
            <Badge variant="light" color={chosen === kNone ? "red" : "jjok"} radius="sm" tt="none">
              {t("imports.mapping.needed")}
            </Badge>
          )}
        </Group>
        <Text size="sm" c="dimmed">
          {t(`imports.type.${column.type}`)}
        </Text>
      </Table.Td>
      <Table.Td>
        <Group gap="xs" align="flex-start">
          <Select
            aria-label={t("imports.mapping.source_of", { name: label })}
            allowDeselect={false}
            searchable
            value={chosen}
            onChange={choose}
            data={[
              { value: kNone, label: t("imports.mapping.none") },
              { value: kValue, label: t("imports.mapping.value") },
              ...one.headings.map((_, index) => ({ value: String(index), label: headingLabel(one, index) })),
            ]}
            style={{ flex: "1 1 220px" }}
          />
          {fixed && column.type === "choice" && (
            <Select
              aria-label={t("imports.mapping.value_of", { name: label })}
              value={text || null}
              onChange={(next) => {
                setText(next ?? "");
                if (next) onChange({ value: next });
              }}
              data={column.choices.map((value) => ({
                value,
                label: t(`${column.choice_labels}${value}`),
              }))}
              style={{ flex: "1 1 160px" }}
            />
          )}
          {fixed && column.type !== "choice" && (
            <TextInput
              aria-label={t("imports.mapping.value_of", { name: label })}
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
              onBlur={() => text && text !== source?.value && onChange({ value: text })}
              style={{ flex: "1 1 160px" }}
            />
          )}
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
