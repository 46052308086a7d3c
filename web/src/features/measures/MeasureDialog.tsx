// SPDX-License-Identifier: Apache-2.0
import {
  Button,
  Checkbox,
  Fieldset,
  Group,
  Select,
  SimpleGrid,
  Stack,
  Text,
  Textarea,
  TextInput,
} from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { RowsField } from "../../components/RowsField";
import { kEndUses, kSectors, type Measure, measures } from "./api";
import { KeptDialog } from "./kept/KeptDialog";
import { contentOf, type MeasureValues, straightYears, valuesOf } from "./measureForm";

type MeasureForm = UseFormReturnType<MeasureValues>;

/** A new measure, or the one given. */
export function MeasureDialog(props: {
  measure?: Measure;
  onClose: () => void;
  onSaved?: (saved: Measure) => void;
}) {
  return (
    <KeptDialog
      api={measures}
      words="measure"
      one={props.measure}
      valuesOf={valuesOf}
      contentOf={(values) => contentOf(values)}
      fields={(form) => <Fields form={form} />}
      onClose={props.onClose}
      onSaved={props.onSaved}
    />
  );
}

function Fields({ form }: { form: MeasureForm }) {
  const { t } = useTranslation();
  const field = (name: string) => t(`measure.field.${name}`);
  const input = (name: string) => ({ label: field(name), ...form.getInputProps(name) });
  return (
    <Stack>
      <TextInput data-autofocus required {...input("title")} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput {...input("responsible")} />
        <Select
          allowDeselect={false}
          data={kSectors.map((value) => ({ value, label: t(`measure.sector.${value}`) }))}
          {...input("sector")}
        />
        <Select
          allowDeselect={false}
          data={kEndUses.map((value) => ({ value, label: t(`measure.end_use.${value}`) }))}
          {...input("end_use")}
        />
        <SimpleGrid cols={2}>
          <TextInput type="date" {...input("begins")} />
          <TextInput type="date" {...input("ends")} />
        </SimpleGrid>
      </SimpleGrid>
      <Textarea autosize minRows={2} maxRows={8} {...input("summary")} />
      <Fieldset legend={t("measure.part.saving")}>
        <Stack gap="sm">
          <Textarea required autosize minRows={1} maxRows={6} {...input("method")} />
          <TextInput description={t("measure.method_source_hint")} {...input("method_source")} />
        </Stack>
      </Fieldset>
      <FillYears form={form} />
      <RowsField
        path="years"
        legend={t("measure.part.years")}
        rowName={(number) => t("rows.named", { name: t("measure.field.year"), number })}
        addLabel={t("measure.add_year")}
        hint={t("measure.years_hint")}
        fields={[
          { name: "year", label: field("year"), type: "number", flex: "0 1 90px" },
          { name: "expected_t", label: field("expected_t"), type: "number", flex: "1 1 120px" },
          { name: "expected_mwh", label: field("expected_mwh"), type: "number", flex: "1 1 120px" },
          { name: "actual_t", label: field("actual_t"), type: "number", flex: "1 1 120px" },
          { name: "actual_mwh", label: field("actual_mwh"), type: "number", flex: "1 1 120px" },
          { name: "actual_source", label: field("actual_source"), flex: "2 1 160px" },
        ]}
        rows={form.values.years}
        blank={{
          year: "",
          expected_t: "",
          expected_mwh: "",
          actual_t: "",
          actual_mwh: "",
          actual_source: "",
        }}
        onChange={(years) => form.setFieldValue("years", years)}
        errors={form.errors}
      />
      <RowsField
        path="milestones"
        legend={t("measure.part.milestones")}
        rowName={(number) => t("rows.named", { name: t("measure.field.milestone"), number })}
        addLabel={t("measure.add_milestone")}
        fields={[
          { name: "name", label: field("milestone"), flex: "2 1 200px" },
          { name: "due", label: field("due"), type: "date", flex: "1 1 140px" },
          { name: "done", label: field("done"), type: "date", flex: "1 1 140px" },
        ]}
        rows={form.values.milestones}
        blank={{ name: "", due: "", done: "" }}
        onChange={(milestones) => form.setFieldValue("milestones", milestones)}
        errors={form.errors}
      />
      <MoneyFields form={form} />
      <RowsField
        path="evidence"
        legend={t("measure.part.evidence")}
        rowName={(number) => t("rows.named", { name: t("measure.part.evidence"), number })}
        addLabel={t("measure.add_evidence")}
        fields={[
          { name: "title", label: field("evidence_title"), flex: "2 1 180px" },
          { name: "link", label: field("link"), type: "url", placeholder: "https://", flex: "2 1 180px" },
          { name: "note", label: field("note"), flex: "2 1 180px" },
        ]}
        rows={form.values.evidence}
        blank={{ title: "", link: "", note: "" }}
        onChange={(evidence) => form.setFieldValue("evidence", evidence)}
        errors={form.errors}
      />
      <Checkbox label={field("cancelled")} {...form.getInputProps("cancelled", { type: "checkbox" })} />
      {form.values.cancelled && <TextInput {...input("cancel_reason")} />}
    </Stack>
  );
}

function MoneyFields({ form }: { form: MeasureForm }) {
  const { t } = useTranslation();
  const input = (name: string) => ({
    label: t(`measure.field.${name}`),
    ...form.getInputProps(name),
  });
  return (
    <Fieldset legend={t("measure.part.money")}>
      <Text size="sm" c="dimmed" mb="xs">
        {t("measure.money_hint")}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <SimpleGrid cols={2}>
          <TextInput maxLength={3} {...input("currency")} />
          <TextInput type="number" required {...input("price_year")} />
        </SimpleGrid>
        <TextInput {...input("budget_source")} />
        <TextInput type="number" {...input("budget")} />
        <TextInput type="number" {...input("spent")} />
        <TextInput type="number" {...input("investment")} />
        <TextInput type="number" {...input("lifetime_years")} />
        <TextInput type="number" {...input("yearly_cost")} />
        <TextInput type="number" {...input("energy_price")} />
      </SimpleGrid>
      <TextInput mt="sm" {...input("cost_source")} />
    </Fieldset>
  );
}

/** Fills the years between the first and the last in a straight line; each can be changed afterwards. */
function FillYears({ form }: { form: MeasureForm }) {
  const { t } = useTranslation();
  const [fill, setFill] = useState({ from: "", to: "", first: "", last: "", firstMwh: "", lastMwh: "" });
  const set = (name: keyof typeof fill) => (event: { currentTarget: { value: string } }) => {
    const { value } = event.currentTarget;
    setFill((before) => ({ ...before, [name]: value }));
  };
  const field = (name: keyof typeof fill) => (
    <TextInput
      key={name}
      type="number"
      label={t(`measure.fill.${name}`)}
      value={fill[name]}
      onChange={set(name)}
      style={{ flex: "1 1 130px" }}
    />
  );
  const able = fill.from !== "" && fill.to !== "" && Number(fill.to) >= Number(fill.from);
  return (
    <Fieldset legend={t("measure.fill.title")}>
      <Group gap="xs" align="flex-end">
        {field("from")}
        {field("to")}
        {field("first")}
        {field("last")}
        {field("firstMwh")}
        {field("lastMwh")}
        <Button
          variant="default"
          disabled={!able || Number(fill.to) - Number(fill.from) > 59}
          onClick={() =>
            form.setFieldValue(
              "years",
              straightYears(
                Number(fill.from),
                Number(fill.to),
                [Number(fill.firstMwh), Number(fill.first)],
                [Number(fill.lastMwh), Number(fill.last)],
              ),
            )
          }
        >
          {t("measure.fill.action")}
        </Button>
      </Group>
    </Fieldset>
  );
}
