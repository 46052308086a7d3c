// SPDX-License-Identifier: Apache-2.0
import { Select, SimpleGrid, Stack, Textarea, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useQuery } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { RowsField } from "../../../components/RowsField";
import { measures } from "../api";
import { KeptDialog } from "../kept/KeptDialog";
import { programmes } from "../programmes/api";
import { type CentreYear, centreYears, kTaskStates, kYearStates } from "./api";
import { contentOf, valuesOf, type YearValues } from "./yearForm";

export function YearDialog(props: {
  year?: CentreYear;
  onClose: () => void;
  onSaved?: (saved: CentreYear) => void;
}) {
  return (
    <KeptDialog
      api={centreYears}
      words="centre_year"
      one={props.year}
      valuesOf={valuesOf}
      contentOf={(values) => contentOf(values)}
      fields={(form) => <Fields form={form} />}
      onClose={props.onClose}
      onSaved={props.onSaved}
    />
  );
}

function Fields({ form }: { form: UseFormReturnType<YearValues> }) {
  const { t } = useTranslation();
  const field = (name: string) => t(`centre_year.field.${name}`);
  const input = (name: string) => ({ label: field(name), ...form.getInputProps(name) });
  return (
    <Stack>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput data-autofocus required {...input("title")} />
        <SimpleGrid cols={2}>
          <TextInput type="number" {...input("year")} />
          <Select
            allowDeselect={false}
            data={kYearStates.map((value) => ({ value, label: t(`centre_year.state.${value}`) }))}
            {...input("state")}
          />
        </SimpleGrid>
      </SimpleGrid>
      <Textarea autosize minRows={1} maxRows={6} {...input("summary")} />
      <RowsField
        path="staff"
        legend={t("centre_year.part.staff")}
        rowName={(number) => t("rows.named", { name: field("person"), number })}
        addLabel={t("centre_year.add_staff")}
        fields={[
          { name: "name", label: field("person"), flex: "2 1 200px" },
          { name: "months", label: field("months"), type: "number", flex: "1 1 120px" },
        ]}
        rows={form.values.staff}
        blank={{ name: "", months: "12" }}
        onChange={(rows) => form.setFieldValue("staff", rows)}
        errors={form.errors}
      />
      <RowsField
        path="budget"
        legend={t("centre_year.part.budget")}
        rowName={(number) => t("rows.named", { name: field("line"), number })}
        addLabel={t("centre_year.add_line")}
        fields={[
          { name: "code", label: field("code"), flex: "1 1 90px" },
          { name: "name", label: field("line"), flex: "2 1 160px" },
          {
            name: "amount",
            label: `${field("amount")} (${form.values.currency})`,
            type: "number",
            flex: "1 1 150px",
          },
          { name: "source", label: t("programme.field.source"), flex: "2 1 160px" },
        ]}
        rows={form.values.budget}
        blank={{ code: "", name: "", amount: "", source: "" }}
        onChange={(rows) => form.setFieldValue("budget", rows)}
        errors={form.errors}
      />
      <TaskFields form={form} />
    </Stack>
  );
}

function TaskFields({ form }: { form: UseFormReturnType<YearValues> }) {
  const { t } = useTranslation();
  const field = (name: string) => t(`centre_year.field.${name}`);
  const measure = useQuery(measures.all());
  const programme = useQuery(programmes.all());
  const choices = (list: { id: string; title: string }[] = []) =>
    list.map(({ id, title }) => ({ value: id, label: title }));
  const { tasks, staff, budget } = form.values;
  const taskChoices = tasks.map(({ title }, at) => ({
    value: String(at + 1),
    label: `${at + 1}. ${title || "–"}`,
  }));
  const named = (rows: typeof staff, name: string, text: (row: (typeof staff)[number]) => string) =>
    rows.filter((row) => row[name]).map((row) => ({ value: String(row[name]), label: text(row) }));
  return (
    <>
      <RowsField
        path="tasks"
        legend={t("centre_year.part.tasks")}
        rowName={(number) => t("rows.named", { name: field("task"), number })}
        addLabel={t("centre_year.add_task")}
        fields={[
          { name: "title", label: field("task"), flex: "2 1 220px" },
          { name: "responsible", label: field("responsible"), flex: "1 1 130px" },
          { name: "begins", label: t("measure.field.begins"), type: "date", flex: "1 1 140px" },
          { name: "ends", label: t("measure.field.ends"), type: "date", flex: "1 1 140px" },
          {
            name: "state",
            label: field("state"),
            kind: "choice",
            options: kTaskStates.map((value) => ({ value, label: t(`centre_year.task.${value}`) })),
            flex: "1 1 120px",
          },
          {
            name: "measures",
            label: field("measures"),
            kind: "choices",
            options: choices(measure.data),
            flex: "2 1 220px",
          },
          {
            name: "programmes",
            label: field("programmes"),
            kind: "choices",
            options: choices(programme.data),
            flex: "2 1 220px",
          },
          { name: "result", label: field("result"), flex: "2 1 220px" },
        ]}
        rows={tasks}
        blank={{
          title: "",
          responsible: "",
          begins: `${form.values.year}-01-01`,
          ends: `${form.values.year}-12-31`,
          state: "open",
        }}
        onChange={(rows) => form.setFieldValue("tasks", rows)}
        errors={form.errors}
      />
      <RowsField
        path="work"
        legend={t("centre_year.part.work")}
        rowName={(number) => t("rows.named", { name: t("centre_year.part.work"), number })}
        addLabel={t("centre_year.add_work")}
        fields={[
          { name: "task", label: field("task"), kind: "choice", options: taskChoices, flex: "2 1 200px" },
          {
            name: "name",
            label: field("person"),
            kind: "choice",
            options: named(staff, "name", ({ name }) => String(name)),
            flex: "2 1 160px",
          },
          { name: "months", label: field("months"), type: "number", flex: "1 1 110px" },
        ]}
        rows={form.values.work}
        blank={{ task: "1", name: "", months: "1" }}
        onChange={(rows) => form.setFieldValue("work", rows)}
        errors={form.errors}
      />
      <RowsField
        path="money"
        legend={t("centre_year.part.money")}
        rowName={(number) => t("rows.named", { name: t("centre_year.part.money"), number })}
        addLabel={t("centre_year.add_money")}
        fields={[
          { name: "task", label: field("task"), kind: "choice", options: taskChoices, flex: "2 1 200px" },
          {
            name: "line",
            label: field("line"),
            kind: "choice",
            options: named(budget, "code", ({ code, name }) => `${code} ${name}`),
            flex: "2 1 160px",
          },
          {
            name: "amount",
            label: `${field("amount")} (${form.values.currency})`,
            type: "number",
            flex: "1 1 140px",
          },
        ]}
        rows={form.values.money}
        blank={{ task: "1", line: "", amount: "" }}
        onChange={(rows) => form.setFieldValue("money", rows)}
        errors={form.errors}
      />
    </>
  );
}
