// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Paper, PasswordInput, Stack } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { useSession } from "../../app/session";
import { notice } from "../../components/notices";
import { PageHeader } from "../../components/PageHeader";
import { ProblemAlert } from "../../components/ProblemAlert";
import { useUnsavedGuard } from "../../components/useUnsavedGuard";
import { useFormProblem } from "../../hooks/useFormProblem";
import { useChangePassword } from "./api";
import { NewPasswordFields } from "./NewPasswordFields";

export function PasswordPage() {
  const { t } = useTranslation();
  const change = useChangePassword();
  const email = useSession()?.account.email;
  const needed = (value: string) => (value === "" ? t("auth.required") : null);
  const form = useForm({
    initialValues: { current: "", new: "", repeat: "" },
    validate: {
      current: needed,
      new: needed,
      repeat: (value, values) => (value === values.new ? null : t("auth.password_differs")),
    },
  });
  const refusal = useFormProblem(form, change.error);
  useUnsavedGuard(form.isDirty());
  const submit = form.onSubmit((values) =>
    change.mutate(
      { current: values.current, new: values.new },
      {
        onSuccess: () => {
          form.reset();
          notice("teal", t("auth.password_changed"));
        },
      },
    ),
  );
  return (
    <>
      <PageHeader
        title={t("auth.change_password")}
        description={t("auth.password_text")}
        crumbs={[{ label: t("app.pages.home"), to: "/" }, { label: t("auth.change_password") }]}
      />
      <Paper className="panel" p={{ base: "md", sm: "xl" }} maw={560}>
        <form noValidate onSubmit={submit}>
          <Stack gap="md">
            <ProblemAlert error={refusal} />
            <input type="text" autoComplete="username" value={email ?? ""} readOnly hidden />
            <PasswordInput
              label={t("auth.current_password")}
              autoComplete="current-password"
              size="md"
              visibilityToggleButtonProps={{ "aria-label": t("auth.show_password") }}
              {...form.getInputProps("current")}
            />
            <NewPasswordFields
              label={t("auth.new_password")}
              repeatLabel={t("auth.password_repeat")}
              password={form.getInputProps("new")}
              repeat={form.getInputProps("repeat")}
            />
            <Group>
              <Button type="submit" size="md" loading={change.isPending}>
                {t("auth.change_password")}
              </Button>
            </Group>
          </Stack>
        </form>
      </Paper>
    </>
  );
}
