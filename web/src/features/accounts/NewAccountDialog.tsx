// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Modal, PasswordInput, Stack, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { notifications } from "@mantine/notifications";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { ProblemAlert } from "../../components/ProblemAlert";
import { useFormProblem } from "../../hooks/useFormProblem";
import { currentLanguage } from "../../i18n";
import { AccountFields, type AccountValues, RoleFields } from "./AccountFields";
import { type Role, useCreateAccount } from "./api";

interface NewValues extends AccountValues {
  roles: Role[];
  email: string;
  password: string;
}

export function NewAccountDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const create = useCreateAccount();
  // One key for one dialog: pressing twice makes one account.
  const key = useRef(crypto.randomUUID());
  const needed = (value: string) => (value.trim() === "" ? t("auth.required") : null);
  const form = useForm<NewValues>({
    initialValues: { name: "", email: "", password: "", roles: ["planner"], language: currentLanguage() },
    validate: { name: needed, email: needed, password: needed },
  });
  const refusal = useFormProblem(form, create.error);
  const submit = form.onSubmit(({ name, email, password, roles, language }) =>
    create.mutate(
      { key: key.current, body: { name, email, password, roles, language } },
      {
        onSuccess: (account) => {
          notifications.show({ color: "teal", message: t("accounts.created", { name: account.name }) });
          onClose();
        },
        // A refused request is answered the same again under its key: what is sent next is another one.
        onError: () => {
          key.current = crypto.randomUUID();
        },
      },
    ),
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("accounts.create")}
      size="lg"
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <form noValidate onSubmit={submit}>
        <Stack>
          <ProblemAlert error={refusal} />
          <TextInput
            label={t("auth.email")}
            type="email"
            autoComplete="off"
            data-autofocus
            {...form.getInputProps("email")}
          />
          <AccountFields form={form} />
          <RoleFields form={form} />
          <PasswordInput
            label={t("accounts.first_password")}
            description={t("auth.password_hint")}
            autoComplete="new-password"
            visibilityToggleButtonProps={{ "aria-label": t("auth.show_password") }}
            {...form.getInputProps("password")}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("common.cancel")}
            </Button>
            <Button type="submit" loading={create.isPending}>
              {t("accounts.create")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
