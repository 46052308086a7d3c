// SPDX-License-Identifier: Apache-2.0
import {
  MultiSelect,
  Paper,
  Select,
  SimpleGrid,
  Stack,
  TagsInput,
  Textarea,
  TextInput,
  Title,
} from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { currentLanguage } from "../../../i18n";
import { kActivities, kSizes, type Member } from "./api";
import { LanguageInput } from "./LanguageInput";
import { ListField } from "./ListField";
import { TechnologiesField } from "./TechnologiesField";
import type { MemberValues } from "./values";

const grow = { flex: "3 1 220px" };

/** What the member does, and what partners search it by. */
export function BusinessFields({
  form,
  labels,
}: {
  form: UseFormReturnType<MemberValues>;
  labels: Member["labels"];
}) {
  const { t } = useTranslation();
  const { values, errors } = form;
  const within = (name: string) =>
    Object.entries(errors).find(([path]) => path === name || path.startsWith(`${name}.`))?.[1];
  return (
    <Paper className="panel" p={{ base: "md", sm: "lg" }}>
      <Title order={2} size="h4" mb="md">
        {t("network.profile.business")}
      </Title>
      <Stack>
        <ListField
          legend={t("network.profile.summary")}
          add={t("network.field.add_summary")}
          remove={(number) => t("network.field.remove_summary", { number })}
          values={values.summaries}
          fresh={() => ({ language: currentLanguage() as string, text: "" })}
          onChange={(summaries) => form.setFieldValue("summaries", summaries)}
        >
          {(one, set, at) => (
            <>
              <Textarea
                style={grow}
                label={t("network.field.summary", { number: at + 1 })}
                autosize
                minRows={3}
                value={one.text}
                error={errors[`summaries.${at}.text`]}
                onChange={(event) => set({ text: event.currentTarget.value })}
              />
              <LanguageInput
                number={at + 1}
                value={one.language}
                error={errors[`summaries.${at}.language`]}
                onChange={(language) => set({ language })}
              />
            </>
          )}
        </ListField>
        <TechnologiesField
          value={values.technologies}
          labels={labels}
          error={within("technologies")}
          onChange={(technologies) => form.setFieldValue("technologies", technologies)}
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <Select
            label={t("network.facet.size_class")}
            clearable
            clearButtonProps={{ "aria-label": t("people.clear") }}
            data={kSizes.map((value) => ({ value, label: t(`network.size.${value}`) }))}
            value={values.size_class || null}
            onChange={(next) => form.setFieldValue("size_class", (next ?? "") as MemberValues["size_class"])}
          />
          <MultiSelect
            label={t("network.facet.activity")}
            data={kActivities.map((value) => ({ value, label: t(`network.activity.${value}`) }))}
            {...form.getInputProps("activities")}
          />
        </SimpleGrid>
        <TagsInput
          label={t("network.profile.hs_codes")}
          description={t("network.field.hs_codes_hint")}
          error={within("hs_codes")}
          value={values.hs_codes}
          onChange={(codes) =>
            form.setFieldValue(
              "hs_codes",
              codes.map((code) => code.replace(/\D/g, "")),
            )
          }
        />
        <ListField
          legend={t("network.profile.products")}
          add={t("network.field.add_product")}
          remove={(number) => t("network.field.remove_product", { number })}
          values={values.products}
          fresh={() => ({ language: currentLanguage() as string, name: "", text: "" })}
          onChange={(products) => form.setFieldValue("products", products)}
        >
          {(one, set, at) => (
            <>
              <TextInput
                style={grow}
                label={t("network.field.product", { number: at + 1 })}
                value={one.name}
                error={errors[`products.${at}.name`]}
                onChange={(event) => set({ name: event.currentTarget.value })}
              />
              <LanguageInput
                number={at + 1}
                value={one.language}
                error={errors[`products.${at}.language`]}
                onChange={(language) => set({ language })}
              />
              <TextInput
                style={{ flex: "1 1 100%" }}
                label={t("network.field.product_text", { number: at + 1 })}
                value={one.text}
                error={errors[`products.${at}.text`]}
                onChange={(event) => set({ text: event.currentTarget.value })}
              />
            </>
          )}
        </ListField>
        <ListField
          legend={t("network.profile.certificates")}
          add={t("network.field.add_certificate")}
          remove={(number) => t("network.field.remove_certificate", { number })}
          values={values.certificates}
          fresh={() => ({ name: "", issuer: "", valid_until: "" })}
          onChange={(certificates) => form.setFieldValue("certificates", certificates)}
        >
          {(one, set, at) => (
            <>
              <TextInput
                style={grow}
                label={t("network.field.certificate", { number: at + 1 })}
                value={one.name}
                error={errors[`certificates.${at}.name`]}
                onChange={(event) => set({ name: event.currentTarget.value })}
              />
              <TextInput
                style={{ flex: "1 1 150px" }}
                type="date"
                label={t("network.field.valid_until", { number: at + 1 })}
                value={one.valid_until}
                error={errors[`certificates.${at}.valid_until`]}
                onChange={(event) => set({ valid_until: event.currentTarget.value })}
              />
            </>
          )}
        </ListField>
        <ListField
          legend={t("network.field.links")}
          add={t("network.field.add_link")}
          remove={(number) => t("network.field.remove_link", { number })}
          values={values.links}
          fresh={() => ({ label: "", url: "" })}
          onChange={(links) => form.setFieldValue("links", links)}
        >
          {(one, set, at) => (
            <>
              <TextInput
                style={{ flex: "1 1 150px" }}
                label={t("network.field.link_label", { number: at + 1 })}
                value={one.label}
                error={errors[`links.${at}.label`]}
                onChange={(event) => set({ label: event.currentTarget.value })}
              />
              <TextInput
                style={grow}
                type="url"
                label={t("network.field.link", { number: at + 1 })}
                value={one.url}
                error={errors[`links.${at}.url`]}
                onChange={(event) => set({ url: event.currentTarget.value })}
              />
            </>
          )}
        </ListField>
      </Stack>
    </Paper>
  );
}
