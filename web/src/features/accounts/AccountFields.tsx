// SPDX-License-Identifier: Apache-2.0
import { Checkbox, SegmentedControl, Stack, Text, TextInput } from "@mantine/core";
import type { UseFormReturnType } from "@mantine/form";
import { useTranslation } from "react-i18next";
import type { Language } from "../../i18n";
import { kRoles, type Role } from "./api";

export interface AccountValues extends Record<string, unknown> {
  name: string;
  roles: Role[];
  language: Language;
}

/** What an administrator says of a person, new or known. */
export function AccountFields<Values extends AccountValues>({ form }: { form: UseFormReturnType<Values> }) {
  const { t } = useTranslation();
  return (
    <>
      <TextInput label={t("auth.name")} {...form.getInputProps("name")} />
      <Checkbox.Group label={t("accounts.roles_label")} {...form.getInputProps("roles")}>
        <Stack gap="sm" mt={6}>
          {kRoles.map((role) => (
            <Checkbox
              key={role}
              value={role}
              label={t(`accounts.roles.${role}`)}
              description={t(`accounts.role_hint.${role}`)}
            />
          ))}
        </Stack>
      </Checkbox.Group>
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
