// SPDX-License-Identifier: Apache-2.0
import { MultiSelect, Select, SimpleGrid, Stack, Textarea, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { RowsField } from "../../../components/RowsField";
import { type Row, rowsOf, sent } from "../../../components/rows";
import { currentLanguage } from "../../../i18n";
import { measures } from "../api";
import { KeptDialog } from "../kept/KeptDialog";
import { kProgrammeKinds, type Programme, type ProgrammeContent, programmes } from "./api";

interface Values extends Record<string, unknown> {
  title: string;
  summary: string;
  responsible: string;
  kind: ProgrammeContent["kind"];
  begins: string;
  ends: string;
  currency: string;
  money: Row[];
  results: Row[];
  measures: string[];
}

function valuesOf(one?: Programme): Values {
  return {
    title: one?.title ?? "",
    summary: one?.summary ?? "",
    responsible: one?.responsible ?? "",
    kind: one?.kind ?? "company_support",
    begins: one?.begins ?? String(new Date().getFullYear()),
    ends: one?.ends ?? "",
    currency: one?.currency ?? "KRW",
    money: rowsOf(one?.money),
    results: rowsOf(one?.results),
    measures: one?.measures ?? [],
  };
}

const kResultNumbers = [
  "year",
  "beneficiaries",
  "jobs",
  "sales",
  "sales_percent",
  "saved_mwh",
  "saved_toe",
  "saved_t",
];

function contentOf({ money, results, measures: served, title, ...rest }: Values): ProgrammeContent {
  return {
    ...sent<Omit<ProgrammeContent, "title">>(rest as unknown as Row),
    title,
    language: currentLanguage(),
    money: money.map((row) => sent(row, ["amount", "year"])),
    results: results.map((row) => sent(row, kResultNumbers)),
    measures: served,
  };
}

export function ProgrammeDialog(props: {
  programme?: Programme;
  onClose: () => void;
  onSaved?: (saved: Programme) => void;
}) {
  return (
    <KeptDialog
      api={programmes}
      words="programme"
      one={props.programme}
      valuesOf={valuesOf}
      contentOf={contentOf}
      fields={(form) => <Fields form={form} />}
      onClose={props.onClose}
      onSaved={props.onSaved}
    />
  );
}

function Fields({ form }: { form: UseFormReturnType<Values> }) {
  const { t } = useTranslation();
  const known = useQuery(measures.all());
  const field = (name: string) => t(`programme.field.${name}`);
  const input = (name: string) => ({ label: field(name), ...form.getInputProps(name) });
  return (
    <Stack>
      <TextInput data-autofocus required {...input("title")} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <Select
          allowDeselect={false}
          data={kProgrammeKinds.map((value) => ({ value, label: t(`programme.kind.${value}`) }))}
          {...input("kind")}
        />
        <TextInput {...input("responsible")} />
        <TextInput placeholder="2026-03" description={t("programme.day_hint")} {...input("begins")} />
        <TextInput placeholder="2027" description={t("programme.ends_hint")} {...input("ends")} />
      </SimpleGrid>
      <Textarea autosize minRows={2} maxRows={8} {...input("summary")} />
      <MultiSelect
        searchable
        data={(known.data ?? []).map(({ id, title }) => ({ value: id, label: title }))}
        {...input("measures")}
      />
      <RowsField
        path="money"
        legend={t("programme.part.money")}
        rowName={(number) => t("rows.named", { name: field("payer"), number })}
        addLabel={t("programme.add_money")}
        fields={[
          { name: "payer", label: field("payer"), flex: "1 1 140px" },
          {
            name: "amount",
            label: `${field("amount")} (${form.values.currency})`,
            type: "number",
            flex: "1 1 140px",
          },
          { name: "year", label: t("measure.field.year"), type: "number", flex: "0 1 90px" },
          { name: "source", label: field("source"), flex: "2 1 200px" },
        ]}
        rows={form.values.money}
        blank={{ payer: "", amount: "", year: "", source: "" }}
        onChange={(rows) => form.setFieldValue("money", rows)}
        errors={form.errors}
      />
      <RowsField
        path="results"
        legend={t("programme.part.results")}
        hint={t("programme.results_hint")}
        rowName={(number) => t("rows.named", { name: t("programme.part.results"), number })}
        addLabel={t("programme.add_result")}
        fields={[
          { name: "year", label: t("measure.field.year"), type: "number", flex: "0 1 90px" },
          { name: "beneficiaries", label: field("beneficiaries"), type: "number", flex: "1 1 110px" },
          { name: "counted", label: field("counted"), flex: "1 1 130px" },
          { name: "jobs", label: field("jobs"), type: "number", flex: "1 1 100px" },
          {
            name: "sales",
            label: `${field("sales")} (${form.values.currency})`,
            type: "number",
            flex: "1 1 130px",
          },
          { name: "sales_percent", label: field("sales_percent"), type: "number", flex: "1 1 130px" },
          { name: "saved_mwh", label: field("saved_mwh"), type: "number", flex: "1 1 120px" },
          { name: "saved_toe", label: field("saved_toe"), type: "number", flex: "1 1 120px" },
          { name: "saved_t", label: field("saved_t"), type: "number", flex: "1 1 120px" },
          { name: "source", label: field("source"), flex: "2 1 200px" },
          {
            name: "link",
            label: t("measure.field.link"),
            type: "url",
            placeholder: "https://",
            flex: "2 1 200px",
          },
          { name: "note", label: t("measure.field.note"), flex: "2 1 200px" },
        ]}
        rows={form.values.results}
        blank={{ year: String(new Date().getFullYear()), beneficiaries: "", counted: "", source: "" }}
        onChange={(rows) => form.setFieldValue("results", rows)}
        errors={form.errors}
      />
    </Stack>
  );
}
