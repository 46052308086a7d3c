// SPDX-License-Identifier: Apache-2.0
import { Button, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import { ApiError, type Schemas } from "../../api/client";
import { ProblemAlert } from "../../components/ProblemAlert";
import { useFormProblem } from "../../hooks/useFormProblem";
import { useSignIn } from "./api";
import { ExampleAccounts } from "./ExampleAccounts";

interface Props {
  /** An address that is known already. */
  email?: string;
  onDone: (session: Schemas["Session"]) => void;
  /** Other ways in, shown below the first step. */
  children?: ReactNode;
}

/** Whether the password was right and the second factor is asked for. */
function asksForCode(error: unknown): boolean {
  return error instanceof ApiError && error.code === "auth.second_factor_needed";
}

export function SignInForm({ email = "", onDone, children }: Props) {
  const { t } = useTranslation();
  const signIn = useSignIn();
  const [withCode, setWithCode] = useState(false);
  const needed = (value: string) => (value === "" ? t("auth.required") : null);
  const form = useForm({
    initialValues: { email, password: "", code: "" },
    validate: {
      email: needed,
      password: needed,
      code: (value) => (withCode && value.trim() === "" ? t("auth.required") : null),
    },
  });
  const refusal = useFormProblem(form, asksForCode(signIn.error) ? null : signIn.error);
  const submit = form.onSubmit(({ code, ...values }) =>
    signIn.mutate(
      { ...values, ...(withCode && { code }) },
      { onSuccess: onDone, onError: (error) => asksForCode(error) && setWithCode(true) },
    ),
  );
  const startOver = () => {
    setWithCode(false);
    signIn.reset();
    form.setValues({ password: "", code: "" });
  };
  return (
    <Stack gap="lg">
      <form noValidate onSubmit={submit}>
        <Stack gap="md">
          <ProblemAlert error={refusal} />
          {withCode ? (
            <>
              <Text>{t("auth.code_text")}</Text>
              <TextInput
                key="code"
                label={t("auth.code")}
                autoComplete="one-time-code"
                size="md"
                autoFocus
                {...form.getInputProps("code")}
              />
            </>
          ) : (
            <>
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
            </>
          )}
          <Button type="submit" size="md" loading={signIn.isPending} mt={4}>
            {t("auth.sign_in")}
          </Button>
          {withCode && (
            <Button variant="subtle" onClick={startOver}>
              {t("auth.another_account")}
            </Button>
          )}
        </Stack>
      </form>
      {!withCode && children}
      {!withCode && <ExampleAccounts onChoose={(account) => form.setValues(account)} />}
    </Stack>
  );
}
