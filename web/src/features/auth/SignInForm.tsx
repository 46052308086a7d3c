// SPDX-License-Identifier: Apache-2.0
import { Button, PasswordInput, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import type { Schemas } from "../../api/client";
import { ProblemAlert } from "../../components/ProblemAlert";
import { useFormProblem } from "../../hooks/useFormProblem";
import { useSignIn } from "./api";
import { ExampleAccounts } from "./ExampleAccounts";

interface Props {
  /** An address that is known already. */
  email?: string;
  onDone: (session: Schemas["Session"]) => void;
}

export function SignInForm({ email = "", onDone }: Props) {
  const { t } = useTranslation();
  const signIn = useSignIn();
  const needed = (value: string) => (value === "" ? t("auth.required") : null);
  const form = useForm({
    initialValues: { email, password: "" },
    validate: { email: needed, password: needed },
  });
  const refusal = useFormProblem(form, signIn.error);
  return (
    <Stack gap="lg">
      <form noValidate onSubmit={form.onSubmit((values) => signIn.mutate(values, { onSuccess: onDone }))}>
        <Stack gap="md">
          <ProblemAlert error={refusal} />
          <TextInput
            label={t("auth.email")}
            type="email"
            autoComplete="username"
            size="md"
            data-autofocus
            {...form.getInputProps("email")}
          />
          <PasswordInput
            label={t("auth.password")}
            autoComplete="current-password"
            size="md"
            visibilityToggleButtonProps={{ "aria-label": t("auth.show_password") }}
            {...form.getInputProps("password")}
          />
          <Button type="submit" size="md" loading={signIn.isPending} mt={4}>
            {t("auth.sign_in")}
          </Button>
        </Stack>
      </form>
      <ExampleAccounts onChoose={(account) => form.setValues(account)} />
    </Stack>
  );
}
