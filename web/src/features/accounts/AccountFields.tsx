// SPDX-License-Identifier: Apache-2.0
import { Checkbox, SegmentedControl, SimpleGrid, Text, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useTranslation } from "react-i18next";
import type { Language } from "../../i18n";
import { kRoles, type Role } from "./api";

export interface AccountValues extends Record<string, unknown> {
  name: string;
  language: Language;
}

/** The roles that a new person begins with, from now on and for good; periods are given afterwards. */
export function RoleFields<Values extends { roles: Role[] }>({ form }: { form: UseFormReturnType<Values> }) {
  const { t } = useTranslation();
  return (
    <Checkbox.Group label={t("accounts.roles_label")} {...form.getInputProps("roles")}>
      <SimpleGrid cols={{ base: 1, xs: 2 }} spacing="sm" verticalSpacing="sm" mt={6}>
        {kRoles.map((role) => (
          <Checkbox
            key={role}
            value={role}
            label={t(`accounts.roles.${role}`)}
            description={t(`accounts.role_hint.${role}`)}
          />
        ))}
      </SimpleGrid>
    </Checkbox.Group>
  );
}

/** What an administrator says of a person, new or known. */
export function AccountFields<Values extends AccountValues>({ form }: { form: UseFormReturnType<Values> }) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput label={t("auth.name")} {...form.getInputProps("name")} />
      <div>
        <Text size="sm" fw={600} mb={4} id="account-language">
          {t("accounts.language")}
        </Text>
        <SegmentedControl
          aria-labelledby="account-language"
          data={[
            { value: "ko", label: t("accounts.languages.ko") },
            { value: "en", label: t("accounts.languages.en") },
          ]}
          {...form.getInputProps("language")}
        />
      </div>
    </>
  );
}
