// SPDX-License-Identifier: Apache-2.0
import {
  Autocomplete,
  Button,
  Group,
  Modal,
  NumberInput,
  Select,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
} from "@mantine/core";
import { useForm } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useContentKey } from "../../api/useContentKey";
import { notice } from "../../components/notices";
import { ProblemAlert } from "../../components/ProblemAlert";
import { useFormProblem } from "../../hooks/useFormProblem";
import { type Figure, type FigureContent, kKinds, kMethods, useSaveFigure } from "./api";
import { indicatorChoices, type Names, nameIn, regionChoices } from "./names";
import { SourceDialog } from "./SourceDialog";
import { SourceSelect } from "./SourceSelect";

interface Values extends Record<string, unknown> {
  code: string;
  region: string;
  indicator: string;
  sector: string;
  item: string;
  period: string;
  kind: FigureContent["kind"];
  value: number | string;
  low: number | string;
  high: number | string;
  unit: string;
  price_year: number | string;
  method: FigureContent["method"];
  source: string;
  formula: string;
  basis_ko: string;
  basis_en: string;
  note_ko: string;
  note_en: string;
  baseline: string;
  reason: string;
}

const valuesOf = (one?: Figure): Values => ({
  code: one?.code ?? "",
  region: one?.region ?? "kr.daegu",
  indicator: one?.indicator ?? "",
  sector: one?.sector ?? "",
  item: one?.item ?? "",
  period: one?.period ?? "",
  kind: one?.kind ?? "actual",
  value: one?.value ?? "",
  low: one?.low ?? "",
  high: one?.high ?? "",
  unit: one?.unit ?? "",
  price_year: one?.price_year ?? "",
  method: one?.method ?? "read",
  source: one?.source ?? "",
  formula: one?.formula ?? "",
  basis_ko: one?.basis_ko ?? "",
  basis_en: one?.basis_en ?? "",
  note_ko: one?.note_ko ?? "",
  note_en: one?.note_en ?? "",
  baseline: one?.baseline ?? "",
  reason: "",
});

function contentOf(values: Values): FigureContent {
  const { code, value, low, high, price_year, source, formula, baseline, ...rest } = values;
  return {
    ...rest,
    ...(code.trim() && { code: code.trim() }),
    ...(typeof value === "number" && { value }),
    ...(typeof low === "number" && { low }),
    ...(typeof high === "number" && { high }),
    ...(typeof price_year === "number" && { price_year }),
    ...(source && { source }),
    ...(values.method === "derived" && formula.trim() && { formula: formula.trim() }),
    ...(baseline && { baseline }),
  };
}

/** A new figure, or the one given: a change says why. */
export function FigureDialog(props: {
  names: Names;
  figure?: Figure;
  onClose: () => void;
  onSaved?: (one: Figure) => void;
}) {
  const { t } = useTranslation();
  const { names, figure: one, onClose, onSaved } = props;
  const save = useSaveFigure();
  const keyOf = useContentKey();
  const [newSource, setNewSource] = useState(false);
  const form = useForm<Values>({
    initialValues: valuesOf(one),
    validate: {
      value: (value, { method }) =>
        method !== "derived" && typeof value !== "number"
          ? t("error.json.missing", { name: t("figures.field.value") })
          : null,
      reason: (reason) => (one && !reason.trim() ? t("error.figures.needs_reason") : null),
    },
  });
  const error = useFormProblem(form, save.error);
  const { indicator: code, method, kind } = form.values;
  const indicator = names.vocabulary.indicators.find((known) => known.code === code);
  const submit = form.onSubmit((values) => {
    const body = contentOf(values);
    save.mutate(
      { ...(one && { one }), key: keyOf(body), body },
      {
        onSuccess: (saved) => {
          notice("teal", t("figures.saved"));
          onClose();
          onSaved?.(saved);
        },
      },
    );
  });
  const terms = (of: "sector" | "item") => [
    { value: "", label: t("figures.whole") },
    ...names.vocabulary.terms
      .filter((term) => term.kind === of)
      .map((term) => ({ value: term.code, label: nameIn(term, names.language) })),
  ];
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t(one ? "figures.edit" : "figures.create")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <form noValidate onSubmit={submit}>
        <Stack>
          <ProblemAlert error={error} />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <Select
              label={t("figures.field.indicator")}
              required
              searchable
              data={indicatorChoices(names, (topic) => t(`figures.topic.${topic}`))}
              {...form.getInputProps("indicator")}
            />
            <Select
              label={t("figures.field.region")}
              required
              searchable
              data={regionChoices(names)}
              {...form.getInputProps("region")}
            />
            <Select
              label={t("figures.field.sector")}
              searchable
              data={terms("sector")}
              {...form.getInputProps("sector")}
            />
            <Select
              label={t("figures.field.item")}
              searchable
              data={terms("item")}
              {...form.getInputProps("item")}
            />
            <TextInput
              label={t("figures.field.period")}
              description={t("figures.period_hint")}
              required
              {...form.getInputProps("period")}
            />
            <Select
              label={t("figures.field.kind")}
              allowDeselect={false}
              data={kKinds.map((value) => ({ value, label: t(`figures.kind.${value}`) }))}
              {...form.getInputProps("kind")}
            />
            <Select
              label={t("figures.field.method")}
              allowDeselect={false}
              data={kMethods.map((value) => ({ value, label: t(`figures.method.${value}`) }))}
              {...form.getInputProps("method")}
            />
            <Autocomplete
              label={t("figures.field.unit")}
              required
              data={[
                ...new Set([...(indicator?.units ?? []), ...names.vocabulary.units.map(({ name }) => name)]),
              ]}
              {...form.getInputProps("unit")}
            />
            {method === "derived" ? (
              <Text size="sm" c="dimmed">
                {t("figures.formula_value")}
              </Text>
            ) : (
              <NumberInput
                label={t("figures.field.value")}
                required
                hideControls
                {...form.getInputProps("value")}
              />
            )}
            <NumberInput
              label={t("figures.field.price_year")}
              hideControls
              {...form.getInputProps("price_year")}
            />
            <NumberInput label={t("figures.field.low")} hideControls {...form.getInputProps("low")} />
            <NumberInput label={t("figures.field.high")} hideControls {...form.getInputProps("high")} />
          </SimpleGrid>
          {method === "derived" && (
            <Textarea
              label={t("figures.field.formula")}
              description={t("figures.formula_hint")}
              autosize
              required
              {...form.getInputProps("formula")}
            />
          )}
          {(kind === "target" || kind === "baseline") && (
            <Select
              label={t("figures.field.baseline")}
              required
              data={names.vocabulary.baselines.map((baseline) => ({
                value: baseline.code,
                label: nameIn(baseline, names.language),
              }))}
              {...form.getInputProps("baseline")}
            />
          )}
          <SourceSelect
            value={form.values.source}
            error={form.errors.source}
            onChange={(source) => form.setFieldValue("source", source)}
            onNew={() => setNewSource(true)}
          />
          <SimpleGrid cols={{ base: 1, xs: 2 }}>
            <TextInput
              label={t("audit.fields.basis_ko")}
              description={t("figures.basis_hint")}
              {...form.getInputProps("basis_ko")}
            />
            <TextInput
              label={t("audit.fields.basis_en")}
              description={t("figures.basis_hint")}
              {...form.getInputProps("basis_en")}
            />
            <Textarea label={t("audit.fields.note_ko")} autosize {...form.getInputProps("note_ko")} />
            <Textarea label={t("audit.fields.note_en")} autosize {...form.getInputProps("note_en")} />
            <TextInput label={t("figures.field.code")} {...form.getInputProps("code")} />
          </SimpleGrid>
          {one && (
            <TextInput
              label={t("figures.field.reason")}
              description={t("figures.reason_hint")}
              required
              {...form.getInputProps("reason")}
            />
          )}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("common.cancel")}
            </Button>
            <Button type="submit" loading={save.isPending}>
              {t("figures.save")}
            </Button>
          </Group>
        </Stack>
      </form>
      {newSource && (
        <SourceDialog
          onClose={() => setNewSource(false)}
          onSaved={({ id }) => form.setFieldValue("source", id)}
        />
      )}
    </Modal>
  );
}
