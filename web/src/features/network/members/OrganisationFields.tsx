// SPDX-License-Identifier: Apache-2.0
import { Paper, Select, SimpleGrid, Stack, TextInput, Title } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { currentLanguage } from "../../../i18n";
import { kKinds } from "../../people/api";
import { countryChoices } from "../../people/countries";
import { NamesField } from "../../people/NamesField";
import type { MemberValues } from "./values";

/** What the organisation itself is. */
export function OrganisationFields({ form }: { form: UseFormReturnType<MemberValues> }) {
  const { t } = useTranslation();
  const korean = form.values.country === "KR";
  return (
    <Paper className="panel" p={{ base: "md", sm: "lg" }}>
      <Title order={2} size="h4" mb="md">
        {t("network.profile.facts")}
      </Title>
      <Stack>
        <NamesField
          value={form.values.names}
          onChange={(names) => form.setFieldValue("names", names)}
          errors={form.errors}
        />
        <SimpleGrid cols={{ base: 1, sm: 2 }}>
          <Select
            label={t("people.field.kind")}
            allowDeselect={false}
            data={kKinds.map((value) => ({ value, label: t(`people.kind.${value}`) }))}
            {...form.getInputProps("kind")}
          />
          <Select
            label={t("people.field.country")}
            allowDeselect={false}
            searchable
            nothingFoundMessage={t("people.no_country")}
            data={countryChoices(currentLanguage())}
            {...form.getInputProps("country")}
          />
          <TextInput
            label={t(`people.field.${korean ? "business_number" : "registration_number"}`)}
            {...form.getInputProps("registration_number")}
          />
          <TextInput label={t("people.field.web")} type="url" {...form.getInputProps("web")} />
          <TextInput label={t("people.field.address")} {...form.getInputProps("address")} />
          <TextInput label={t("network.field.person")} {...form.getInputProps("contact.person")} />
          <TextInput label={t("network.field.email")} type="email" {...form.getInputProps("contact.email")} />
          <TextInput label={t("network.field.phone")} type="tel" {...form.getInputProps("contact.phone")} />
        </SimpleGrid>
      </Stack>
    </Paper>
  );
}
