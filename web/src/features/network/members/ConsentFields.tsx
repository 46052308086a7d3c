// SPDX-License-Identifier: Apache-2.0
import { Paper, Select, SimpleGrid, Text, TextInput, Title } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { kShownTo } from "./api";
import type { MemberValues } from "./values";

const kGroups = ["listing", "business", "certificates", "contact"] as const;

/** To whom each group of fields may be shown, and who said so. */
export function ConsentFields({ form }: { form: UseFormReturnType<MemberValues> }) {
  const { t } = useTranslation();
  return (
    <Paper className="panel" p={{ base: "md", sm: "lg" }}>
      <Title order={2} size="h4">
        {t("network.consent.title")}
      </Title>
      <Text c="dimmed" mb="md">
        {t("network.consent.text")}
      </Text>
      <SimpleGrid cols={{ base: 1, sm: 2 }}>
        {kGroups.map((group) => (
          <Select
            key={group}
            label={t(`network.consent.group.${group}`)}
            description={t(`network.consent.group_text.${group}`)}
            allowDeselect={false}
            data={kShownTo.map((value) => ({ value, label: t(`network.consent.shown_to.${value}`) }))}
            {...form.getInputProps(`consent.${group}`)}
          />
        ))}
      </SimpleGrid>
      <SimpleGrid cols={{ base: 1, sm: 3 }} mt="md">
        <TextInput label={t("network.consent.given_by")} {...form.getInputProps("consent.given_by")} />
        <TextInput
          label={t("network.consent.given_on")}
          type="date"
          {...form.getInputProps("consent.given_on")}
        />
        <TextInput
          label={t("network.consent.valid_until")}
          type="date"
          {...form.getInputProps("consent.valid_until")}
        />
      </SimpleGrid>
    </Paper>
  );
}
