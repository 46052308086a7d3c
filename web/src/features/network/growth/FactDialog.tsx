// SPDX-License-Identifier: Apache-2.0
import { Button, Checkbox, Group, Modal, Select, SimpleGrid, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { useContentKey } from "../../../api/useContentKey";
import { notice } from "../../../components/notices";
import { ProblemAlert } from "../../../components/ProblemAlert";
import { RowsField } from "../../../components/RowsField";
import { type Row, rowsOf, sent } from "../../../components/rows";
import { useFormProblem } from "../../../hooks/useFormProblem";
import { currentLanguage } from "../../../i18n";
import { countryChoices } from "../../people/countries";
import { type GrowthFact, type GrowthFactContent, useSaveFact } from "./api";

interface Values extends Record<string, unknown> {
  time: string;
  basis: GrowthFact["basis"];
  countries: string;
  clusters: string;
  companies: string;
  at_least: boolean;
  country: string;
  cluster: string;
  notes: Row[];
  source: { title: string; link: string };
}

const text = (value: unknown) => (value === undefined ? "" : String(value));

function valuesOf(fact?: GrowthFact): Values {
  return {
    time: fact?.time ?? "",
    basis: fact?.basis ?? "membership",
    countries: text(fact?.countries),
    clusters: text(fact?.clusters),
    companies: text(fact?.companies),
    at_least: fact?.at_least ?? false,
    country: fact?.country ?? "",
    cluster: fact?.cluster ?? "",
    notes: rowsOf(fact?.notes),
    source: { title: fact?.source.title ?? "", link: fact?.source.link ?? "" },
  };
}

function contentOf({
  notes,
  source,
  basis,
  time,
  country,
  cluster,
  at_least,
  ...counts
}: Values): GrowthFactContent {
  const { countries, clusters, companies } = counts;
  const named = basis === "named";
  return {
    time: time.trim(),
    basis,
    ...(named
      ? sent<Partial<GrowthFactContent>>({ country, cluster })
      : sent<Partial<GrowthFactContent>>({ countries, clusters, companies }, [
          "countries",
          "clusters",
          "companies",
        ])),
    ...(!named && at_least && { at_least }),
    notes: notes.map((row) => sent(row)),
    source: sent(source),
  };
}

/** A figure of the network's growth, or a country that a source names. */
export function FactDialog({ fact, onClose }: { fact?: GrowthFact; onClose: () => void }) {
  const { t } = useTranslation();
  const save = useSaveFact();
  const keyOf = useContentKey();
  const form = useForm<Values>({ initialValues: valuesOf(fact) });
  const refusal = useFormProblem(form, save.error);
  const field = (name: string) => t(`network.growth.field.${name}`);
  const submit = form.onSubmit((values) => {
    const body = contentOf(values);
    save.mutate(
      { key: keyOf(body), body, ...(fact && { fact }) },
      {
        onSuccess: () => {
          notice("teal", t("network.growth.saved"));
          onClose();
        },
      },
    );
  });
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={t(fact ? "network.growth.edit" : "network.growth.add")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <form noValidate onSubmit={submit}>
        <Stack>
          <ProblemAlert error={refusal} />
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <TextInput
              label={field("time")}
              placeholder="2024-10"
              data-autofocus
              {...form.getInputProps("time")}
            />
            <Select
              label={field("basis")}
              allowDeselect={false}
              data={(["membership", "attendance", "named"] as const).map((value) => ({
                value,
                label: t(`network.growth.basis.${value}`),
              }))}
              {...form.getInputProps("basis")}
            />
          </SimpleGrid>
          {form.values.basis === "named" ? (
            <SimpleGrid cols={{ base: 1, sm: 2 }}>
              <Select
                label={t("people.field.country")}
                searchable
                nothingFoundMessage={t("people.no_country")}
                data={countryChoices(currentLanguage())}
                {...form.getInputProps("country")}
              />
              <TextInput label={field("cluster")} {...form.getInputProps("cluster")} />
            </SimpleGrid>
          ) : (
            <>
              <SimpleGrid cols={{ base: 1, sm: 3 }}>
                {(["countries", "clusters", "companies"] as const).map((name) => (
                  <TextInput key={name} type="number" label={field(name)} {...form.getInputProps(name)} />
                ))}
              </SimpleGrid>
              <Checkbox
                label={t("network.growth.at_least")}
                {...form.getInputProps("at_least", { type: "checkbox" })}
              />
            </>
          )}
          <SimpleGrid cols={{ base: 1, sm: 2 }}>
            <TextInput label={field("source")} {...form.getInputProps("source.title")} />
            <TextInput
              label={t("network.list.sources.link")}
              type="url"
              placeholder="https://"
              {...form.getInputProps("source.link")}
            />
          </SimpleGrid>
          <NotesField
            rows={form.values.notes}
            onChange={(notes) => form.setFieldValue("notes", notes)}
            errors={form.errors}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("common.cancel")}
            </Button>
            <Button type="submit" loading={save.isPending} disabled={fact && !form.isDirty()}>
              {t("common.save")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}

/** Remarks in several languages. */
export function NotesField(props: {
  rows: Row[];
  onChange: (rows: Row[]) => void;
  errors: Record<string, React.ReactNode>;
}) {
  const { t } = useTranslation();
  return (
    <RowsField
      path="notes"
      legend={t("network.growth.field.note")}
      rowName={(number) => t("rows.named", { name: t("network.growth.field.note"), number })}
      addLabel={t("network.growth.add_note")}
      fields={[
        { name: "language", label: t("network.list.descriptions.language"), flex: "0 1 110px" },
        { name: "text", label: t("network.list.descriptions.text"), kind: "area", flex: "1 1 260px" },
      ]}
      blank={{ language: currentLanguage(), text: "" }}
      {...props}
    />
  );
}
