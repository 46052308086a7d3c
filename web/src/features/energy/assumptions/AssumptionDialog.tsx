// SPDX-License-Identifier: Apache-2.0
import { Select, SimpleGrid, Text, Textarea, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useInfiniteQuery } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { FormDialog } from "../../../components/FormDialog";
import { notice } from "../../../components/notices";
import { useFormProblem } from "../../../hooks/useFormProblem";
import { figureListQuery } from "../../figures/api";
import { valueText as figureValue, useNames } from "../../figures/names";
import { SourceDialog } from "../../figures/SourceDialog";
import { SourceSelect } from "../../figures/SourceSelect";
import { type Assumption, type AssumptionContent, useChangeAssumption } from "./api";
import { unitText, useNumberNames } from "./names";

interface Values extends Record<string, unknown> {
  value: string;
  source: string;
  figure: string;
  price_year: string;
  low: string;
  high: string;
  note_ko: string;
  note_en: string;
  reason: string;
}

const text = (value: number | undefined) => (value === undefined ? "" : String(value));
/** What is no number is sent as such, so that the server names the field. */
const number = (value: string) => Number(value.trim().replaceAll(",", ""));

const valuesOf = (one: Assumption): Values => ({
  value: text(one.value),
  source: one.source ?? "",
  figure: one.figure ?? "",
  price_year: text(one.price_year),
  low: text(one.low),
  high: text(one.high),
  note_ko: one.note_ko,
  note_en: one.note_en,
  reason: "",
});

function contentOf(one: Assumption, values: Values): AssumptionContent {
  const { value, source, figure, price_year, low, high, ...rest } = values;
  return {
    ...rest,
    ...(one.series === undefined && value.trim() && { value: number(value) }),
    ...(source && { source }),
    ...(figure && { figure }),
    ...(price_year.trim() && { price_year: number(price_year) }),
    ...(low.trim() && { low: number(low) }),
    ...(high.trim() && { high: number(high) }),
  };
}

/** A number of a plan: its value, where it comes from, how far it may lie from there, and why it changes. */
export function AssumptionDialog(props: { planId: string; one: Assumption; onClose: () => void }) {
  const { planId, one, onClose } = props;
  const { t } = useTranslation();
  const { nameOf } = useNumberNames(planId);
  const save = useChangeAssumption(planId);
  const form = useForm<Values>({ initialValues: valuesOf(one) });
  const error = useFormProblem(form, save.error);
  const [making, setMaking] = useState(false);
  const unit = unitText(one.unit, t);
  const changed = one.series === undefined && number(form.values.value) !== one.value;
  const input = (name: keyof Values & string) => ({
    label: t(`assumption.field.${name}`),
    ...form.getInputProps(name),
  });
  const submit = form.onSubmit((values) =>
    save.mutate(
      { one, body: contentOf(one, values) },
      {
        onSuccess: () => {
          notice("teal", t("assumption.saved"));
          onClose();
        },
      },
    ),
  );
  if (making)
    return (
      <SourceDialog onClose={() => setMaking(false)} onSaved={({ id }) => form.setFieldValue("source", id)} />
    );
  return (
    <FormDialog
      title={t("assumption.edit_named", { name: nameOf(one) })}
      action={t("assumption.save")}
      error={error}
      pending={save.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      {one.series === undefined ? (
        <TextInput
          inputMode="decimal"
          data-autofocus
          rightSection={unit && <Unit>{unit}</Unit>}
          rightSectionWidth={unit ? unit.length * 9 + 16 : 0}
          {...input("value")}
        />
      ) : (
        <Text size="sm">{t("assumption.series_text", { series: one.series })}</Text>
      )}
      <SourceSelect
        value={form.values.source}
        error={form.errors.source}
        onChange={(source) => form.setFieldValue("source", source)}
        onNew={() => setMaking(true)}
      />
      <FigureSelect
        label={t("assumption.field.figure")}
        value={form.values.figure}
        error={form.errors.figure}
        onChange={(figure) => form.setFieldValue("figure", figure)}
      />
      <SimpleGrid cols={{ base: 1, xs: 3 }}>
        <TextInput inputMode="numeric" {...input("price_year")} />
        <TextInput inputMode="decimal" {...input("low")} />
        <TextInput inputMode="decimal" {...input("high")} />
      </SimpleGrid>
      <Text size="sm" c="dimmed">
        {t(one.series === undefined ? "assumption.range_hint" : "assumption.range_hint_series")}
      </Text>
      <Textarea autosize minRows={1} {...input("note_ko")} />
      <Textarea autosize minRows={1} {...input("note_en")} />
      <Textarea
        autosize
        minRows={2}
        required={changed}
        description={t(changed ? "assumption.reason_needed" : "assumption.reason_hint")}
        {...input("reason")}
      />
    </FormDialog>
  );
}

const Unit = ({ children }: { children: ReactNode }) => (
  <Text size="sm" c="dimmed" style={{ whiteSpace: "nowrap" }}>
    {children}
  </Text>
);

const kMostPages = 10;

/** A figure out of those that are there. */
function FigureSelect(props: {
  label: string;
  value: string;
  error: ReactNode;
  onChange: (id: string) => void;
}) {
  const { t } = useTranslation();
  const names = useNames();
  const { data, hasNextPage, isFetching, fetchNextPage } = useInfiniteQuery(
    figureListQuery({ q: "", sort: "-period", deleted: false }),
  );
  const pages = data?.pages.length ?? 0;
  useEffect(() => {
    if (hasNextPage && !isFetching && pages < kMostPages) void fetchNextPage();
  }, [hasNextPage, isFetching, pages, fetchNextPage]);
  const all = names ? (data?.pages.flatMap(({ items }) => items) ?? []) : [];
  return (
    <Select
      label={props.label}
      description={t("assumption.figure_hint")}
      searchable
      clearable
      clearButtonProps={{ "aria-label": t("people.clear_one") }}
      limit={60}
      data={all.map((one) => ({
        value: one.id,
        label: names
          ? `${names.figure(one)} · ${one.period} · ${figureValue(one.value, one.unit, names.language)}`
          : one.id,
      }))}
      value={props.value || null}
      onChange={(id) => props.onChange(id ?? "")}
      error={props.error}
    />
  );
}
