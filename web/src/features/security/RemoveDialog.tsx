// SPDX-License-Identifier: Apache-2.0
import { Button, Group, Modal, PasswordInput, Stack, Text, TextInput } from "@mantine/core";
import { useForm } from "@mantine/form";
import { useTranslation } from "react-i18next";
import { notice } from "../../components/notices";
import { ProblemAlert } from "../../components/ProblemAlert";
import { useFormProblem } from "../../hooks/useFormProblem";
import { useRemoveFactor } from "./api";

export function RemoveDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const remove = useRemoveFactor();
  const needed = (value: string) => (value.trim() === "" ? t("auth.required") : null);
  const form = useForm({
    initialValues: { password: "", code: "" },
    validate: { password: needed, code: needed },
  });
  const refusal = useFormProblem(form, remove.error);
  const submit = form.onSubmit((values) =>
    remove.mutate(values, {
      onSuccess: () => {
        notice("teal", t("security.factor.removed"));
        onClose();
      },
    }),
  );
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("security.factor.title")}
      closeButtonProps={{ "aria-label": t("common.close") }}
    >
      <form noValidate onSubmit={submit}>
        <Stack>
          <ProblemAlert error={refusal} />
          <Text>{t("security.factor.remove_text")}</Text>
          <PasswordInput
            label={t("auth.current_password")}
            autoComplete="current-password"
            visibilityToggleButtonProps={{ "aria-label": t("auth.show_password") }}
            {...form.getInputProps("password")}
          />
          <TextInput label={t("auth.code")} autoComplete="one-time-code" {...form.getInputProps("code")} />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              {t("common.cancel")}
            </Button>
            <Button type="submit" color="red" loading={remove.isPending}>
              {t("security.factor.remove")}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
