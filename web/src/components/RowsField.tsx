// SPDX-License-Identifier: Apache-2.0
import {
  ActionIcon,
  Button,
  Checkbox,
  Fieldset,
  Group,
  Input,
  MultiSelect,
  Select,
  Text,
  Textarea,
  TextInput,
} from "@mantine/core";
import { IconArrowUp, IconPlus, IconX } from "@tabler/icons-react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Cell, Row } from "./rows";

export interface RowField {
  name: string;
  label: string;
  kind?: "text" | "area" | "choice" | "choices" | "tick";
  options?: { value: string; label: string }[];
  placeholder?: string;
  /** How much room it takes beside the others: "2 1 200px". */
  flex?: string;
  type?: "email" | "url" | "date" | "time" | "number";
}

/** Rows of a few fields each: contacts, periods, decisions. `errors` are by path: "contacts.0.email". */
export function RowsField(props: {
  path: string;
  legend: string;
  /** What one row is called: "Contact 2". */
  rowName: (number: number) => string;
  addLabel: string;
  hint?: ReactNode;
  fields: RowField[];
  rows: Row[];
  blank: Row;
  onChange: (rows: Row[]) => void;
  errors: Record<string, ReactNode>;
  /** The order is the user's: a row can be moved up. */
  ordered?: boolean;
  readOnly?: boolean;
}) {
  const { t } = useTranslation();
  const { path, legend, rowName, addLabel, hint, fields, rows, blank, onChange, errors, ordered, readOnly } =
    props;
  const set = (index: number, name: string, value: Cell) =>
    onChange(rows.map((row, at) => (at === index ? { ...row, [name]: value } : row)));
  const swap = (index: number) =>
    onChange(
      rows.map((row, at) => (at === index ? rows[index - 1] : at === index - 1 ? rows[index] : row) as Row),
    );
  return (
    <Fieldset legend={legend} disabled={readOnly}>
      {hint && (
        <Text size="sm" c="dimmed" mb="xs">
          {hint}
        </Text>
      )}
      {rows.map((row, index) => (
        <Group
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have nothing else of their own
          key={index}
          gap="xs"
          align="flex-end"
          mb="sm"
          wrap="wrap"
          role="group"
          aria-label={rowName(index + 1)}
        >
          {fields.map((field) => (
            <OneField
              key={field.name}
              field={field}
              value={row[field.name]}
              onChange={(value) => set(index, field.name, value)}
              error={errors[`${path}.${index}.${field.name}`]}
            />
          ))}
          {ordered && (
            <ActionIcon
              variant="subtle"
              color="gray"
              c="var(--dure-ink)"
              size={36}
              disabled={index === 0}
              aria-label={t("rows.up", { row: rowName(index + 1) })}
              onClick={() => swap(index)}
            >
              <IconArrowUp size={18} aria-hidden />
            </ActionIcon>
          )}
          <ActionIcon
            variant="subtle"
            color="gray"
            c="var(--dure-ink)"
            size={36}
            aria-label={t("rows.remove", { row: rowName(index + 1) })}
            onClick={() => onChange(rows.filter((_, at) => at !== index))}
          >
            <IconX size={18} aria-hidden />
          </ActionIcon>
        </Group>
      ))}
      {errors[path] && <Input.Error mb="xs">{errors[path]}</Input.Error>}
      {!readOnly && (
        <Button
          variant="subtle"
          size="compact-md"
          leftSection={<IconPlus size={16} aria-hidden />}
          onClick={() => onChange([...rows, blank])}
        >
          {addLabel}
        </Button>
      )}
    </Fieldset>
  );
}

function OneField(props: {
  field: RowField;
  value: Cell;
  onChange: (value: Cell) => void;
  error: ReactNode;
}) {
  const { field, value, onChange, error } = props;
  const { label, options = [], flex = "1 1 160px", kind = "text", placeholder, type } = field;
  const style = { flex };
  const words = typeof value === "string" ? value : value === undefined ? "" : String(value);
  if (kind === "choice")
    return (
      <Select
        {...{ label, style, error }}
        data={options}
        value={words || null}
        searchable={options.length > 8}
        onChange={(next) => onChange(next ?? "")}
      />
    );
  if (kind === "choices")
    return (
      <MultiSelect
        {...{ label, style, error }}
        data={options}
        value={Array.isArray(value) ? value : []}
        onChange={onChange}
      />
    );
  if (kind === "tick")
    return (
      <Checkbox
        label={label}
        mb={8}
        checked={value === true}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    );
  if (kind === "area")
    return (
      <Textarea
        {...{ label, style, error, placeholder }}
        autosize
        minRows={2}
        maxRows={10}
        value={words}
        onChange={(event) => onChange(event.currentTarget.value)}
      />
    );
  return (
    <TextInput
      {...{ label, style, error, placeholder, type }}
      value={words}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
