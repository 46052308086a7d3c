// SPDX-License-Identifier: Apache-2.0
import { SimpleGrid, Stack, Textarea, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { RowsField } from "../../../components/RowsField";
import { KeptDialog } from "../kept/KeptDialog";
import { type Forecast, forecasts, kAssumptionKinds } from "./api";
import { contentOf, type ForecastValues, pointsAreGood, valuesOf } from "./forecastForm";

export function ForecastDialog(props: {
  forecast?: Forecast;
  onClose: () => void;
  onSaved?: (saved: Forecast) => void;
}) {
  return (
    <KeptDialog
      api={forecasts}
      words="forecast"
      one={props.forecast}
      valuesOf={valuesOf}
      contentOf={(values) => contentOf(values)}
      fields={(form) => <Fields form={form} />}
      onClose={props.onClose}
      onSaved={props.onSaved}
    />
  );
}

function Fields({ form }: { form: UseFormReturnType<ForecastValues> }) {
  const { t } = useTranslation();
  const field = (name: string) => t(`forecast.field.${name}`);
  const input = (name: string) => ({ label: field(name), ...form.getInputProps(name) });
  const { assumptions, sectors } = form.values;
  const rows = (kind: string) =>
    assumptions
      .filter((row) => row.kind === kind && row.code)
      .map(({ code, name }) => ({ value: String(code), label: `${name || code}` }));
  const sectorChoices = sectors.map(({ sector }) => ({
    value: String(sector ?? ""),
    label: String(sector || t("forecast.whole")),
  }));
  // The whole has no name, which a choice cannot hold: a single sector needs no choice.
  const sectorField =
    sectors.length > 1
      ? [
          {
            name: "sector",
            label: field("sector"),
            flex: "1 1 130px",
            placeholder: sectorChoices[0]?.label ?? "",
          },
        ]
      : [];
  const errors = { ...form.errors };
  for (const [at, row] of assumptions.entries())
    if (!pointsAreGood(String(row.points ?? "")))
      errors[`assumptions.${at}.points`] = t("forecast.points_bad");
  return (
    <Stack>
      <TextInput data-autofocus required {...input("title")} />
      <Textarea autosize minRows={1} maxRows={6} {...input("summary")} />
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        <TextInput {...input("indicator")} description={t("forecast.indicator_hint")} />
        <TextInput {...input("region")} description={t("forecast.region_hint")} />
        <TextInput {...input("item")} description={t("forecast.item_hint")} />
        <TextInput {...input("source")} description={t("forecast.source_hint")} />
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, sm: 3 }}>
        <TextInput type="number" {...input("to_year")} />
        <TextInput type="number" {...input("held_out")} />
        <TextInput type="number" {...input("level_percent")} />
      </SimpleGrid>
      <RowsField
        path="sectors"
        legend={t("forecast.part.sectors")}
        hint={t("forecast.sectors_hint")}
        rowName={(number) => t("rows.named", { name: field("sector"), number })}
        addLabel={t("forecast.add_sector")}
        fields={[{ name: "sector", label: field("sector"), placeholder: "residential" }]}
        rows={sectors}
        blank={{ sector: "" }}
        onChange={(next) => form.setFieldValue("sectors", next)}
        errors={errors}
      />
      <RowsField
        path="assumptions"
        legend={t("forecast.part.assumptions")}
        hint={t("forecast.points_hint")}
        rowName={(number) => t("rows.named", { name: t("forecast.part.assumption"), number })}
        addLabel={t("forecast.add_assumption")}
        fields={[
          { name: "name", label: field("name"), flex: "2 1 150px" },
          { name: "code", label: field("code"), placeholder: "population_path", flex: "1 1 130px" },
          {
            name: "kind",
            label: field("kind"),
            kind: "choice",
            options: kAssumptionKinds.map((value) => ({ value, label: t(`forecast.kind.${value}`) })),
            flex: "1 1 130px",
          },
          { name: "unit", label: field("unit"), flex: "1 1 90px" },
          {
            name: "points",
            label: field("points"),
            placeholder: "2018: 941398; 2040: 960000",
            flex: "3 1 260px",
          },
          { name: "indicator", label: field("past"), placeholder: "population", flex: "1 1 130px" },
          { name: "source", label: t("programme.field.source"), flex: "2 1 180px" },
          { name: "reason", label: field("reason"), flex: "2 1 200px" },
        ]}
        rows={assumptions}
        blank={{ name: "", code: "", kind: "driver", unit: "", points: "", source: "", reason: "" }}
        onChange={(next) => form.setFieldValue("assumptions", next)}
        errors={errors}
      />
      <RowsField
        path="drivers"
        legend={t("forecast.method.drivers")}
        hint={t("forecast.drivers_hint")}
        rowName={(number) => t("rows.named", { name: t("forecast.kind.driver"), number })}
        addLabel={t("forecast.add_driver")}
        fields={[
          ...sectorField,
          { name: "driver", label: t("forecast.kind.driver"), kind: "choice", options: rows("driver") },
          {
            name: "elasticity",
            label: t("forecast.kind.elasticity"),
            kind: "choice",
            options: rows("elasticity"),
          },
        ]}
        rows={form.values.drivers}
        blank={{ sector: String(sectors[0]?.sector ?? ""), driver: "", elasticity: "" }}
        onChange={(next) => form.setFieldValue("drivers", next)}
        errors={errors}
      />
      <RowsField
        path="end_uses"
        legend={t("forecast.method.end_uses")}
        hint={t("forecast.end_uses_hint")}
        rowName={(number) => t("rows.named", { name: t("forecast.method.end_uses"), number })}
        addLabel={t("forecast.add_end_use")}
        fields={[
          ...sectorField,
          { name: "name", label: field("name"), flex: "2 1 150px" },
          { name: "activity", label: t("forecast.kind.activity"), kind: "choice", options: rows("activity") },
          {
            name: "intensity",
            label: t("forecast.kind.intensity"),
            kind: "choice",
            options: rows("intensity"),
          },
          { name: "factor", label: field("factor"), type: "number", flex: "1 1 110px" },
          { name: "uncertainty_percent", label: field("uncertainty"), type: "number", flex: "1 1 110px" },
        ]}
        rows={form.values.end_uses}
        blank={{
          sector: String(sectors[0]?.sector ?? ""),
          name: "",
          activity: "",
          intensity: "",
          factor: "1",
        }}
        onChange={(next) => form.setFieldValue("end_uses", next)}
        errors={errors}
      />
    </Stack>
  );
}
