// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Select, TextInput } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { sentence } from "../../api/problems";
import type { ImportColumn, ImportRow } from "./api";
import { cellLabel, columnLabel } from "./labels";

/** A bad cell: what is wrong, what could stand there instead, and a field to write it. */
export function CellField(props: {
  column: ImportColumn | undefined;
  error: ImportRow["errors"][number];
  value: string;
  onChange: (text: string) => void;
  onEnter: () => void;
}) {
  const { t } = useTranslation();
  const { column, error, value, onChange, onEnter } = props;
  if (!column) return null;
  const wrong = sentence(t, error);
  const label = columnLabel(t, column);
  return (
    <Group align="flex-end" gap="sm">
      {column.type === "choice" ? (
        <Select
          label={label}
          error={wrong}
          searchable
          value={column.choices.includes(value) ? value : null}
          placeholder={value}
          onChange={(next) => onChange(next ?? "")}
          data={column.choices.map((one) => ({ value: one, label: t(`${column.choice_labels}${one}`) }))}
          style={{ flex: "1 1 240px", maxWidth: 480 }}
        />
      ) : (
        <TextInput
          label={label}
          error={wrong}
          value={value}
          onChange={(event) => onChange(event.currentTarget.value)}
          onKeyDown={(event) => event.key === "Enter" && onEnter()}
          style={{ flex: "1 1 240px", maxWidth: 480 }}
        />
      )}
      {error.instead && error.instead !== value && (
        <Button variant="light" size="compact-md" mb={4} onClick={() => onChange(error.instead)}>
          {t("imports.instead", { text: cellLabel(t, column, error.instead) })}
        </Button>
      )}
    </Group>
  );
}
