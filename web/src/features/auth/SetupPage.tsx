// SPDX-License-Identifier: Apache-2.0
import { Button, Stack, Text, TextInput, Title } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useNavigate } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../../components/ProblemAlert";
import { useFormProblem } from "../../hooks/useFormProblem";
import { usePageTitle } from "../../hooks/usePageTitle";
import { currentLanguage } from "../../i18n";
import { AuthFrame } from "./AuthFrame";
import { useFirstAdministrator } from "./api";
import { NewPasswordFields } from "./NewPasswordFields";

/** An installation without accounts: the first administrator names themself. */
export function SetupPage() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const create = useFirstAdministrator();
  usePageTitle(t("auth.setup.title"));
  const needed = (value: string) => (value.trim() === "" ? t("auth.required") : null);
  const form = useForm({
    // The console's address brings the token behind its '#'.
    initialValues: { token: window.location.hash.slice(1), name: "", email: "", password: "", repeat: "" },
    validate: {
      token: needed,
      name: needed,
      email: needed,
      password: needed,
      repeat: (value, values) => (value === values.password ? null : t("auth.password_differs")),
    },
  });
  const refusal = useFormProblem(form, create.error);
  const submit = form.onSubmit(({ token, name, email, password }) =>
    create.mutate(
      { token: token.trim(), name, email, password, language: currentLanguage() },
      // An administrator's rights hold once the second factor is on.
      { onSuccess: () => void navigate({ to: "/security" }) },
    ),
  );
  return (
    <AuthFrame>
      <form noValidate onSubmit={submit}>
        <Stack gap="md">
          <Title order={1} size="h2">
            {t("auth.setup.title")}
          </Title>
          <Text c="dimmed">{t("auth.setup.text")}</Text>
          <ProblemAlert error={refusal} />
          <TextInput
            label={t("auth.setup.token")}
            description={t("auth.setup.token_hint")}
            autoComplete="off"
            size="md"
            {...form.getInputProps("token")}
          />
          <TextInput label={t("auth.name")} autoComplete="name" size="md" {...form.getInputProps("name")} />
          <TextInput
            label={t("auth.email")}
            type="email"
            autoComplete="username"
            size="md"
            {...form.getInputProps("email")}
          />
          <NewPasswordFields
            label={t("auth.password")}
            repeatLabel={t("auth.repeat_password")}
            password={form.getInputProps("password")}
            repeat={form.getInputProps("repeat")}
          />
          <Button type="submit" size="md" loading={create.isPending}>
            {t("auth.setup.action")}
          </Button>
        </Stack>
      </form>
    </AuthFrame>
  );
}
