// SPDX-License-Identifier: Apache-2.0
// Form fields bound to a place in the draft. Each shows its unit and what the server or the check says about it.

import { NumberInput, Select, Stack, Switch, Textarea, TextInput } from "@mantine/core";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { FieldError, SeriesUnit } from "../api/types";
import { useEditing, useField } from "./DraftContext";
import { useErrorText } from "./errors";

interface Common {
  pointer: string;
  label: string;
  description?: ReactNode;
}

/// The id by which a finding's link finds its field.
export function fieldId(pointer: string): string {
  return `field${pointer.replaceAll("/", "-")}`;
}

function useErrors(errors: FieldError[]): string | undefined {
  const say = useErrorText();
  return errors.length === 0 ? undefined : errors.map(say).join(" ");
}

export function TextField({
  pointer,
  label,
  description,
  long,
  type = "text",
}: Common & { long?: boolean; type?: "text" | "date" }) {
  const { value, set, errors, readOnly } = useField(pointer);
  const shared = {
    id: fieldId(pointer),
    label,
    description,
    value: typeof value === "string" ? value : "",
    error: useErrors(errors),
    readOnly,
    onChange: (event: { currentTarget: { value: string } }) => set(event.currentTarget.value),
  };
  return long ? (
    <Textarea {...shared} autosize minRows={2} maxRows={8} />
  ) : (
    <TextInput {...shared} type={type} />
  );
}

interface NumberProps extends Common {
  unit?: string;
  /// Shown = stored × scale: 100 for shares.
  scale?: number;
  min?: number;
  max?: number;
  step?: number;
  placeholder?: string;
  /// A year is not grouped in thousands.
  ungrouped?: boolean;
}

/// An empty field is no value, not zero.
export function NumberField({
  pointer,
  label,
  description,
  unit,
  scale = 1,
  min,
  max,
  step,
  placeholder,
  ungrouped,
}: NumberProps) {
  const { value, set, errors, readOnly } = useField(pointer);
  return (
    <NumberInput
      id={fieldId(pointer)}
      label={label}
      description={description}
      value={typeof value === "number" ? clean(value * scale) : ""}
      onChange={(next) => set(next === "" || next === "-" ? undefined : clean(Number(next) / scale))}
      error={useErrors(errors)}
      readOnly={readOnly}
      thousandSeparator={ungrouped ? "" : ","}
      hideControls
      step={step ?? 1}
      {...(min === undefined ? {} : { min })}
      {...(max === undefined ? {} : { max })}
      {...(placeholder === undefined ? {} : { placeholder })}
      {...(unit === undefined
        ? {}
        : {
            rightSection: <Unit>{unit}</Unit>,
            rightSectionWidth: 22 + unit.length * 8.5,
            rightSectionPointerEvents: "none" as const,
          })}
    />
  );
}

function Unit({ children }: { children: string }) {
  return (
    <span style={{ color: "var(--mantine-color-dimmed)", fontSize: "0.8125rem", whiteSpace: "nowrap" }}>
      {children}
    </span>
  );
}

/// 0.07 × 100 is 7, not 7.000000000000001.
function clean(value: number): number {
  return Number.isFinite(value) ? Number(value.toPrecision(12)) : value;
}

export function SwitchField({
  pointer,
  label,
  description,
  otherwise = false,
}: Common & { otherwise?: boolean }) {
  const { value, set, readOnly } = useField(pointer);
  return (
    <Switch
      id={fieldId(pointer)}
      label={label}
      description={description}
      checked={typeof value === "boolean" ? value : otherwise}
      disabled={readOnly}
      onChange={(event) => set(event.currentTarget.checked)}
    />
  );
}

export function SelectField({
  pointer,
  label,
  description,
  data,
  clearable = false,
}: Common & { data: { value: string; label: string }[]; clearable?: boolean }) {
  const { value, set, errors, readOnly } = useField(pointer);
  const current = typeof value === "string" ? value : null;
  const known = current === null || current === "" || data.some((entry) => entry.value === current);
  return (
    <Select
      id={fieldId(pointer)}
      label={label}
      description={description}
      data={known ? data : [...data, { value: current, label: current }]}
      value={current}
      onChange={(next) => set(next ?? undefined)}
      error={useErrors(errors)}
      readOnly={readOnly}
      clearable={clearable}
      allowDeselect={clearable}
    />
  );
}

/// A number for every hour, or the name of a series.
export function ProfileField({
  pointer,
  label,
  description,
  unit,
  units,
  otherwise,
  scale = 1,
}: Common & { unit: string; units: SeriesUnit[]; otherwise: number; scale?: number }) {
  const { t } = useTranslation();
  const { draft } = useEditing();
  const { value, set, errors, readOnly } = useField(pointer);
  const isSeries = typeof value === "string";
  const names = (draft.present.model.series ?? [])
    .filter((series) => units.includes(series.unit))
    .map(({ name }) => name);
  const all = isSeries && !names.includes(value) ? [...names, value] : names;
  const error = useErrors(errors);
  return (
    <Stack gap={6}>
      <Select
        id={fieldId(pointer)}
        label={label}
        description={description}
        data={[
          { value: "=", label: t("plan.field.constant") },
          ...all.map((name) => ({ value: `~${name}`, label: t("plan.field.by_series", { name }) })),
        ]}
        value={isSeries ? `~${value}` : "="}
        onChange={(next) => set(!next || next === "=" ? otherwise : next.slice(1))}
        allowDeselect={false}
        readOnly={readOnly}
        error={isSeries ? error : undefined}
      />
      {isSeries ? null : (
        <NumberInput
          aria-label={`${label} (${unit})`}
          value={typeof value === "number" ? clean(value * scale) : ""}
          placeholder={String(clean(otherwise * scale))}
          onChange={(next) => set(next === "" || next === "-" ? undefined : clean(Number(next) / scale))}
          error={error}
          readOnly={readOnly}
          hideControls
          thousandSeparator=","
          rightSection={<Unit>{unit}</Unit>}
          rightSectionWidth={22 + unit.length * 8.5}
          rightSectionPointerEvents="none"
        />
      )}
    </Stack>
  );
}
